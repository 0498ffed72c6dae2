import type { CardPage, Step } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useStoreById } from '@platform/session/session';
import { QueryView } from '@platform/show/QueryView';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCard } from '../api';
import { useCardFacts } from '../cards/useCardFacts';
import { useStepWords } from '../cards/useStepWords';
import { FormFrame } from './FormFrame';
import classes from './forms.module.css';

const emptyRows = 8;

/** 意向客户管理卡: who it is, what they want, and every contact, with room to write on. */
export default function CardFormPage() {
  const { t } = useTranslation('prospects/forms');
  const { storeId = '', cardId = '' } = useParams();
  const page = useCard(storeId, cardId);
  const name = page.data?.card.customer.name ?? '';
  return (
    <FormFrame title={`${t('card.title')} ${name}`} back={`/stores/${storeId}/prospects/${cardId}`}>
      <QueryView query={page}>{(data) => <Sheet page={data} />}</QueryView>
    </FormFrame>
  );
}

function Sheet({ page }: { page: CardPage }) {
  const { t } = useTranslation('prospects/forms');
  const { card } = page;
  const store = useStoreById(card.store_id);
  const format = useFormat(store);
  const now = useNow();
  const labels = useGradeLabels(card.store_id);
  const wishes = useCardFacts(card.store_id)(card);
  const facts = [
    { label: t('customer'), text: card.customer.name },
    { label: t('phone'), text: page.phone_display ?? '' },
    { label: t('card.wechat'), text: card.customer.wechat ?? '' },
    { label: t('card.salesperson'), text: card.salesperson?.name ?? '' },
    { label: t('card.opened'), text: format.day(format.dayOf(card.opened_at)) },
    { label: t('card.grade'), text: `${labels[card.grade]}  ${t(`prospects:standing.${card.standing}`)}` },
    { label: t('daily.next'), text: card.next ? format.day(card.next.on, true) : '' },
    ...wishes.map(({ label, text }) => ({ label, text: text ?? '' })),
  ];
  const steps = [...page.steps].reverse();
  return (
    <>
      <h1 className={classes.title}>{t('card.title')}</h1>
      <div className={classes.top}>
        <span>{store.name}</span>
        <span>{t('card.printed', { day: format.day(format.dayOf(now)) })}</span>
      </div>
      <dl className={classes.facts}>
        {facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <table className={`${classes.table} ${classes.history}`}>
        <thead>
          <tr>
            {(
              ['card.day', 'card.what', 'card.told', 'card.grade', 'card.by', 'daily.instruction'] as const
            ).map((head) => (
              <th key={head} scope="col" data-head={head}>
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((step, at) => (
            <History key={at} step={step} storeId={card.store_id} />
          ))}
          {Array.from({ length: emptyRows }, (_, at) => (
            <tr key={`blank${at}`} className={classes.blank}>
              {Array.from({ length: 6 }, (__, cell) => (
                <td key={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function History({ step, storeId }: { step: Step; storeId: string }) {
  const format = useFormat(useStoreById(storeId));
  const labels = useGradeLabels(storeId);
  const { title, result, text, facts } = useStepWords(storeId)(step);
  const grade = step.follow_up?.grade ?? step.grade_to;
  return (
    <tr>
      <td>{format.dayTime(step.at)}</td>
      <td>{[title, result].filter(Boolean).join(' · ')}</td>
      <td className={classes.text}>{[text, ...facts].filter(Boolean).join('；')}</td>
      <td>{grade && labels[grade]}</td>
      <td>{step.by?.name}</td>
      <td />
    </tr>
  );
}
