import { Problem, type FieldProblem } from '../api/problem';

/** JSON pointers name the field: "/customer/phone". A pointer inside a field belongs to the field around it. */
export function sentenceAt(errors: FieldProblem[], pointer: string): string | undefined {
  return errors.find((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`))?.detail;
}

/** What no field on this form shows must still be said somewhere. */
export function unclaimed(errors: FieldProblem[], shown: string[]): FieldProblem[] {
  return errors.filter(
    (each) => !shown.some((pointer) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`)),
  );
}

export function useFieldErrors(error: unknown) {
  const errors = error instanceof Problem ? error.errors : [];
  return (pointer: string) => sentenceAt(errors, pointer);
}
