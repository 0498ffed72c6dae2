import { useState } from 'react';
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

/** Whether what the pointer names reads otherwise than when it was refused: "/price_from" is `price_from` or `priceFrom`. */
export function rewritten(pointer: string, refused: object, now: object): boolean {
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
  const inner = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const values = (of: object) => (of as Record<string, unknown>)[name in of ? name : inner];
  return values(refused) !== values(now);
}

/** The sentence for a field; with the form's values given, it goes as soon as the field is written anew. */
export function useFieldErrors(error: unknown, form: object = {}) {
  const [refused, setRefused] = useState({ error, form });
  if (refused.error !== error) setRefused({ error, form });
  const errors = error instanceof Problem ? error.errors : [];
  return (pointer: string) =>
    rewritten(pointer, refused.form, form) ? undefined : sentenceAt(errors, pointer);
}
