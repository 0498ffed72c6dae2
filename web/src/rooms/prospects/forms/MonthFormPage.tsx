import { get, inStore } from '@platform/api/client';
import type { Grade } from '@platform/api/types';
import { addDays, monthOf } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { QueryView } from '@platform/show/QueryView';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormFrame } from './FormFrame';
import classes from './forms.module.css';
import type { FormDay, FormRow, MonthForm } from './types';
import { FormTools, useFormChoice } from './useFormChoice';

/** 意向客户级别状况表: planned contacts and the grade that each left behind, prospect by prospect and day by day. */
export default function MonthFormPage() {
  const { t } = useTranslation('prospects/forms');
  const store = useStore();
  const format = useFormat();
  const { day, person, change } = useFormChoice();
  const form = useQuery({
    queryKey: ['prospects', store.id, 'month-form', monthOf(day), person],
    queryFn: ({ signal }) =>
      get<MonthForm>(
        `${inStore(store.id)}/prospects/month-form`,
        { day: monthOf(day), salesperson_id: person },
        signal,
      ),
    enabled: person !== null,
  });
  const title = `${t('month.title')} ${format.month(day)}`;
  return (
    <FormFrame
      landscape
      title={title}
      back="/prospects"
      tools={
        <FormTools
          day={day}
          person={person}
          step={monthOf}
          before={t('month.before')}
          after={t('month.after')}
          change={change}
        />
      }
    >
      {person === null ? (
        <EmptyPanel title={t('nobody')} text={t('nobody_text')} />
      ) : (
        <QueryView query={form}>{(data) => <Sheet form={data} title={title} />}</QueryView>
      )}
    </FormFrame>
  );
}

function Sheet({ form, title }: { form: MonthForm; title: string }) {
  const { t } = useTranslation('prospects/forms');
  const store = useStore();
  const format = useFormat();
  const labels = useGradeLabels();
  const days = Array.from({ length: form.days }, (_, at) => at + 1);
  const weekend = (day: number) => [0, 6].includes(new Date(addDays(form.month, day - 1)).getUTCDay());
  return (
    <>
      <h1 className={classes.title}>{title}</h1>
      <div className={classes.top}>
        <span>{store.name}</span>
        <span>{t('salesperson', { name: form.salesperson.name })}</span>
        <span>{t('month.count', { count: form.rows.length })}</span>
        <span>{t('month.key', labels)}</span>
      </div>
      <table className={`${classes.table} ${classes.month}`}>
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col" className={classes.customer}>
              {t('customer')}
            </th>
            <th scope="col" className={classes.model}>
              {t('model')}
            </th>
            <th scope="col">{t('source')}</th>
            <th scope="col">{t('month.carried')}</th>
            {days.map((day) => (
              <th key={day} scope="col" data-weekend={weekend(day) || undefined}>
                {day}
              </th>
            ))}
            <th scope="col" className={classes.result}>
              {t('month.result')}
            </th>
          </tr>
        </thead>
        <tbody>
          {form.rows.map((row, at) => (
            <tr key={row.card.id}>
              <td>{at + 1}</td>
              <th scope="row">
                {row.card.customer.name}
                <small>{row.card.customer.phone ? format.phone(row.card.customer.phone) : ''}</small>
              </th>
              <td>{row.card.model?.name}</td>
              <td>{row.source}</td>
              <td>{row.grade_before ? labels[row.grade_before] : t('month.fresh')}</td>
              {days.map((day) => (
                <Day key={day} day={row.days.find((each) => each.day === day)} weekend={weekend(day)} />
              ))}
              <td>{resultOf(row, labels, t)}</td>
            </tr>
          ))}
          {form.rows.length === 0 && (
            <tr>
              <td colSpan={days.length + 6}>{t('month.none')}</td>
            </tr>
          )}
        </tbody>
      </table>
      {form.left_out > 0 && <p>{t('month.left_out', { count: form.left_out })}</p>}
      <p className={classes.legend}>{t('month.sources')}</p>
      <div className={classes.signatures}>
        <span>{t('sign.salesperson')}</span>
        <span>{t('sign.manager')}</span>
      </div>
    </>
  );
}

/** A ring where a contact was planned; the grade in it once it was made, in brackets when they were not reached. */
function Day({ day, weekend }: { day: FormDay | undefined; weekend: boolean }) {
  const { t } = useTranslation('prospects/forms');
  const labels = useGradeLabels();
  const label = day?.grade && labels[day.grade];
  const grade = label && (day?.reached ? label : `(${label})`);
  return (
    <td data-weekend={weekend || undefined} className={classes.day}>
      {day?.planned ? (
        <span className={classes.planned} title={t('month.planned')}>
          {grade ?? '\u00a0'}
        </span>
      ) : (
        grade
      )}
    </td>
  );
}

function resultOf(
  { result, grade_after }: FormRow,
  labels: Record<Grade, string>,
  t: (key: string) => string,
): string {
  const grade = grade_after ? labels[grade_after] : '';
  if (result === null) return grade;
  return result === 'carried_over' ? `${t('month.carried_over')} ${grade}` : t(`month.${result}`);
}
