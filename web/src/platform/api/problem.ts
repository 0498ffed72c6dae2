/** A refusal by the server (RFC 9457). `detail` is a sentence in the reader's language, ready to be shown. */
export type FieldProblem = { pointer: string; code: string; detail: string };

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: FieldProblem[];
  readonly current: unknown;
  readonly retryAfter: number | null;

  constructor(status: number, body: Partial<ProblemBody>) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = body.code ?? `http_${status}`;
    this.detail = body.detail ?? body.title ?? '';
    this.errors = body.errors ?? [];
    this.current = body.current;
    this.retryAfter = body.retry_after ?? null;
  }
}

type ProblemBody = {
  title: string;
  code: string;
  detail: string;
  errors: FieldProblem[];
  current: unknown;
  retry_after: number;
};

/** The request did not reach the server, or no answer came back: worth sending again. */
export class NetworkFailure extends Error {
  constructor() {
    super('network');
  }
}

/** Failures of the way there (no network, gateway, server restarting) pass by themselves; refusals do not. */
export function passesByItself(error: unknown): boolean {
  return error instanceof NetworkFailure || (error instanceof Problem && error.status >= 500);
}

type Asked = { data: unknown; failureCount: number; failureReason: unknown };

/** Nothing is known and the server cannot be reached: time for what the device has kept. */
export function unreached({ data, failureCount, failureReason }: Asked): boolean {
  return data === undefined && failureCount > 0 && passesByItself(failureReason);
}

export function isConflict(error: unknown): error is Problem {
  return error instanceof Problem && error.status === 412;
}
