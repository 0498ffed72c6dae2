import { Alert } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NetworkFailure, Problem } from '../api/problem';
import { unclaimed } from './fieldErrors';

/** The refusal as a whole, with every field error that no field of the form shows itself. */
export function FormProblem({ error, shown = [] }: { error: unknown; shown?: string[] }) {
  const { t } = useTranslation('platform');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) leadTo(place.current);
  }, [error]);
  if (!error) return null;
  const rest = error instanceof Problem ? unclaimed(error.errors, shown) : [];
  return (
    <Alert ref={place} color="red" variant="light" role="alert" title={sentence(error, t)}>
      {rest.length > 0 && (
        <ul>
          {rest.map((each) => (
            <li key={each.pointer + each.code}>{each.detail}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}

/** On a long form the refused field may be screens away: the focus goes to the first one. */
function leadTo(alert: HTMLElement | null) {
  const refused = alert?.closest('form')?.querySelector('[aria-invalid="true"], [data-invalid] input');
  if (refused instanceof HTMLElement) refused.focus();
  else alert?.scrollIntoView({ block: 'nearest' });
}

function sentence(error: unknown, t: (key: string) => string): string {
  if (error instanceof NetworkFailure) return t('problem.network_kept');
  if (error instanceof Problem && error.detail) return error.detail;
  return t('problem.unknown');
}
