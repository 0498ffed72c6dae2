import { get, inStore } from '@platform/api/client';
import { addDays } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { QueryView } from '@platform/show/QueryView';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormFrame } from './FormFrame';
import classes from './forms.module.css';
import type { DayForm, DayLine } from './types';
import { FormTools, useFormChoice } from './useFormChoice';

const emptyRows = 10;
const counts = ['carried', 'opened', 'ordered', 'lost', 'at_end'] as const;

/** 销售活动日报表: whom one salesperson spoke with on a day, and how their cards moved by it. */
export default function DayFormPage() {
  const { t } = useTranslation('prospects/forms');
  const store = useStore();
  const { day, person, change } = useFormChoice();
  const form = useQuery({
    queryKey: ['prospects', store.id, 'day-form', day, person],
    queryFn: ({ signal }) =>
      get<DayForm>(`${inStore(store.id)}/prospects/day-form`, { day, salesperson_id: person }, signal),
    enabled: person !== null,
  });
  return (
    <FormFrame
      landscape
      title={`${t('daily.title')} ${day}`}
      back="/prospects"
      tools={
        <FormTools
          day={day}
          person={person}
          step={addDays}
          before={t('daily.before')}
          after={t('daily.after')}
          change={change}
        />
      }
    >
      {person === null ? (
        <EmptyPanel title={t('nobody')} text={t('nobody_text')} />
      ) : (
        <QueryView query={form}>{(data) => <Sheet form={data} />}</QueryView>
      )}
    </FormFrame>
  );
}

const heads = [
  ...([
    'number',
    'daily.time',
    'customer',
    'phone',
    'model',
    'source',
    'daily.purpose',
    'daily.way',
  ] as const),
  ...(['daily.before_after', 'daily.status', 'daily.said', 'daily.next', 'daily.instruction'] as const),
];

function Sheet({ form }: { form: DayForm }) {
  const { t } = useTranslation('prospects/forms');
  const store = useStore();
  const format = useFormat();
  return (
    <>
      <h1 className={classes.title}>{t('daily.title')}</h1>
      <div className={classes.top}>
        <span>{store.name}</span>
        <span>{t('salesperson', { name: form.salesperson.name })}</span>
        <span>{format.day(form.day, true)}</span>
      </div>
      <table className={`${classes.table} ${classes.daily}`}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" data-head={head}>
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {form.lines.map((line, at) => (
            <Line key={`${line.card_id}${line.at}`} line={line} number={at + 1} />
          ))}
          {Array.from({ length: Math.max(0, emptyRows - form.lines.length) }, (_, at) => (
            <tr key={at} className={classes.blank}>
              {heads.map((head) => (
                <td key={head} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.under}>
        <Totals form={form} />
        <p className={classes.legend}>{t('month.sources')}</p>
      </div>
      <div className={classes.signatures}>
        <span>{t('sign.salesperson')}</span>
        <span>{t('sign.manager')}</span>
      </div>
    </>
  );
}

function Line({ line, number }: { line: DayLine; number: number }) {
  const { t } = useTranslation('prospects/forms');
  const format = useFormat();
  const labels = useGradeLabels();
  const { phone, wechat } = line.customer;
  return (
    <tr>
      <td>{number}</td>
      <td>{format.time(line.at)}</td>
      <td>{line.customer.name}</td>
      <td>{phone ? format.phone(phone) : wechat}</td>
      <td>{line.model?.name}</td>
      <td>{line.source}</td>
      <td>{t(`daily.purposes.${line.purpose}`)}</td>
      <td>
        {t(`prospects:way.${line.way}`)} {t(line.reached ? 'prospects:reached' : 'prospects:tried')}
      </td>
      <td>
        {line.grade_before ? labels[line.grade_before] : t('month.fresh')} → {labels[line.grade_after]}
      </td>
      <td>{t(`prospects:standing.${line.standing}`)}</td>
      <td className={classes.text}>{line.said}</td>
      <td>{line.next_on && format.shortDay(line.next_on)}</td>
      <td />
    </tr>
  );
}

/** Grade by grade: carried, new, closed, and how many are left. */
function Totals({ form }: { form: DayForm }) {
  const { t } = useTranslation('prospects/forms');
  const labels = useGradeLabels();
  const sum = (count: (typeof counts)[number]) => form.totals.reduce((all, each) => all + each[count], 0);
  return (
    <table className={`${classes.table} ${classes.totals}`}>
      <thead>
        <tr>
          <th scope="col">{t('daily.grade')}</th>
          {form.totals.map(({ grade }) => (
            <th key={grade} scope="col">
              {labels[grade]}
            </th>
          ))}
          <th scope="col">{t('daily.sum')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map((count) => (
          <tr key={count}>
            <th scope="row">{t(`daily.counts.${count}`)}</th>
            {form.totals.map((total) => (
              <td key={total.grade}>{total[count]}</td>
            ))}
            <td>{sum(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
