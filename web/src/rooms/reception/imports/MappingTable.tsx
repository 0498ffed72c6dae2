import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { FieldSelect } from './FieldSelect';
import classes from './imports.module.css';
import { assign, samples } from './mapping';
import type { Field, Import } from './types';

type Props = {
  of: Import;
  columns: (Field | null)[];
  change: (columns: (Field | null)[]) => void;
  errorAt: (pointer: string) => string | undefined;
};

/** Wide: the file as a table with a choice above each column. On the phone: one column below the other. */
export function MappingTable(props: Props) {
  const wide = useMediaQuery('(min-width: 48em)');
  return wide ? <AsTable {...props} /> : <AsList {...props} />;
}

function Choice({ of, columns, change, errorAt, at }: Props & { at: number }) {
  const { t } = useTranslation('reception/imports');
  return (
    <FieldSelect
      kind={of.kind}
      header={of.headers[at] || t('mapping.nameless', { number: at + 1 })}
      value={columns[at] ?? null}
      error={errorAt(`/columns/${at}`)}
      onChange={(field) => change(assign(columns, at, field))}
    />
  );
}

function AsTable(props: Props) {
  const { t } = useTranslation('reception/imports');
  const { of, columns } = props;
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('mapping.preview')}>
      <table className={classes.preview}>
        <thead>
          <tr>
            {of.headers.map((header, at) => (
              <th key={`${at}.${header}`} scope="col" data-skipped={!columns[at] || undefined}>
                <Choice {...props} at={at} />
                <span>{header || t('mapping.nameless', { number: at + 1 })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.preview.map((row, number) => (
            <tr key={number}>
              {of.headers.map((header, at) => (
                <td key={`${at}.${header}`} data-skipped={!columns[at] || undefined} title={row[at]}>
                  {row[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AsList(props: Props) {
  const { t } = useTranslation('reception/imports');
  const { of } = props;
  return (
    <ul className={classes.columns}>
      {of.headers.map((header, at) => (
        <li key={`${at}.${header}`}>
          <strong>{header || t('mapping.nameless', { number: at + 1 })}</strong>
          <span className="quiet">{samples(of.preview, at).join(' · ') || t('mapping.no_values')}</span>
          <Choice {...props} at={at} />
        </li>
      ))}
    </ul>
  );
}
