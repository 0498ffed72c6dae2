import type { Missing, Quoting } from './quoting';

/** What every part of the form is given. */
export type PartProps = {
  value: Quoting;
  change: (patch: Partial<Quoting>) => void;
  /** What is wrong with a field of the terms: refused by the server, or `what` is missing. */
  errorAt: (field: string, what?: Missing) => string | undefined;
  storeId: string;
};
