import { useMediaQuery } from '@mantine/hooks';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { useTranslation } from 'react-i18next';
import { rowsPath } from './api';
import classes from './imports.module.css';
import type { Import, ImportRow, Result } from './types';

export function Rows({ of, result }: { of: Import; result: Result }) {
  const { t } = useTranslation('reception/imports');
  const wide = useMediaQuery('(min-width: 48em)');
  const rows = usePages<ImportRow>(['import-rows', of.id, of.state], rowsPath(of), { result });
  return (
    <PagedList pages={rows} empty={<p className="quiet">{t(`result.none.${result}`)}</p>}>
      {(items) => (wide ? <AsTable of={of} rows={items} /> : <AsList of={of} rows={items} />)}
    </PagedList>
  );
}

type Props = { of: Import; rows: ImportRow[] };

/** Columns that are left out would only push the others off the screen. */
const used = ({ columns, headers }: Import) =>
  headers.map((header, at) => ({ header, at })).filter(({ at }) => columns[at]);

function AsTable({ of, rows }: Props) {
  const { t } = useTranslation('reception/imports');
  const explained = rows.some(({ detail }) => detail);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('result.rows')}>
      <table className={classes.rows}>
        <thead>
          <tr>
            <th scope="col">{t('result.number')}</th>
            {explained && <th scope="col">{t('result.why')}</th>}
            {used(of).map(({ header, at }) => (
              <th key={at} scope="col">
                {header || t('mapping.nameless', { number: at + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row" className="numbers">
                {row.number}
              </th>
              {explained && <td className={classes.why}>{row.detail}</td>}
              {used(of).map(({ at }) => (
                <td key={at} title={row.cells[at]}>
                  {row.cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AsList({ of, rows }: Props) {
  const { t } = useTranslation('reception/imports');
  return (
    <ul className={classes.rowList}>
      {rows.map((row) => (
        <li key={row.number}>
          <strong>{t('result.row', { number: row.number })}</strong>
          {row.detail && <p>{row.detail}</p>}
          <p className="quiet">
            {used(of)
              .map(({ at }) => row.cells[at])
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
