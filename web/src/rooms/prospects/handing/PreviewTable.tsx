import { useTranslation } from 'react-i18next';
import classes from './handing.module.css';
import type { Preview } from './sharing';
import type { CardHolder } from './types';

type Props = { holder: CardHolder; all: CardHolder[]; preview: Preview };

/** How many cards each will have afterwards. */
export function PreviewTable({ holder, all, preview }: Props) {
  const { t } = useTranslation('prospects/handing');
  const rows = all
    .filter(({ salesperson }) => salesperson && salesperson.id !== holder.salesperson?.id)
    .flatMap(({ salesperson, sells_here, cards }) =>
      salesperson && sells_here
        ? [{ ...salesperson, now: cards, more: preview.given.get(salesperson.id) ?? 0 }]
        : [],
    );
  return (
    <section>
      <h3 className={classes.part}>{t('afterwards')}</h3>
      <table className={classes.preview}>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('now')}</th>
            <th scope="col">{t('gets')}</th>
            <th scope="col">{t('then')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, now, more }) => (
            <tr key={id} data-more={more > 0 || undefined}>
              <th scope="row">{name}</th>
              <td>{now}</td>
              <td>{more > 0 ? `+${more}` : '–'}</td>
              <td>{now + more}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{holder.salesperson?.name ?? t('prospects:nobody')}</th>
            <td>{holder.cards}</td>
            <td>{preview.staying - holder.cards || '–'}</td>
            <td>{preview.staying}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
