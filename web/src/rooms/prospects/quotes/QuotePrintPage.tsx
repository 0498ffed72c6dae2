import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { QuotePaper } from '@platform/api/types';
import { showMoney } from '@platform/format/money';
import { useFormat } from '@platform/format/useFormat';
import { useStoreById } from '@platform/session/session';
import { QueryView } from '@platform/show/QueryView';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { FormFrame } from '../forms/FormFrame';
import forms from '../forms/forms.module.css';
import { pdfAddress, usePaper } from './api';
import classes from './quotes.module.css';

/** 报价单 on paper, as it was given. */
export default function QuotePrintPage() {
  const { t, i18n } = useTranslation('prospects/quotes');
  const { storeId = '', quoteId = '', n = '' } = useParams();
  const of = { store_id: storeId, id: quoteId };
  const paper = usePaper(of, Number(n));
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const tools = (
    <Button
      component="a"
      href={pdfAddress(of, Number(n), language)}
      download
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      PDF
    </Button>
  );
  return (
    <FormFrame
      title={`${t('paper.title')} ${paper.data?.number ?? ''}`}
      back={paper.data ? `/stores/${storeId}/prospects/${paper.data.card_id}` : '/prospects'}
      tools={tools}
    >
      <QueryView query={paper}>{(data) => <Sheet paper={data} />}</QueryView>
    </FormFrame>
  );
}

function useMoney({ currency, store_id }: QuotePaper) {
  const { language } = useFormat(useStoreById(store_id));
  return (minor: number) => showMoney(minor, currency, language);
}

function Sheet({ paper }: { paper: QuotePaper }) {
  const { t } = useTranslation('prospects/quotes');
  const format = useFormat(useStoreById(paper.store_id));
  const facts = [
    [t('paper.customer'), paper.customer_name],
    [t('paper.salesperson'), paper.salesperson_name],
    [t('paper.given_on'), format.day(paper.given_on)],
    [t('valid_until'), format.day(paper.valid_until)],
    [t('model'), paper.model],
    [t('trim'), paper.trim],
    [t('colour'), paper.colour],
    [t('payment'), t(paper.loan ? 'pays.loan' : 'pays.cash')],
  ] as const;
  return (
    <div className={classes.paper}>
      <h1 className={forms.title}>{t('paper.title')}</h1>
      <div className={forms.top}>
        <strong>{paper.store_name}</strong>
        <span>{`${paper.number} · ${t('version', { n: paper.n })}`}</span>
      </div>
      <Whereabouts paper={paper} />
      <NoLonger paper={paper} />
      <dl className={`${forms.facts} ${classes.paperFacts}`}>
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Lines paper={paper} />
      <Sums paper={paper} />
      {paper.loan && <Loan paper={paper} />}
      {paper.remark && <p className={classes.remark}>{t('paper.remark', { text: paper.remark })}</p>}
      <p className={classes.small}>
        {t('paper.small')} {paper.loan && t('paper.small_loan')}
      </p>
      <div className={classes.signs}>
        <span>{t('paper.sign_salesperson')}</span>
        <span>{t('paper.sign_customer')}</span>
        <span>{t('paper.sign_date')}</span>
      </div>
    </div>
  );
}

/** Where the store was and how it was called when the quote was given. */
function Whereabouts({ paper: { store_address, store_phone } }: { paper: QuotePaper }) {
  const { t } = useTranslation('prospects/quotes');
  const parts = [store_address, store_phone && t('paper.phone', { phone: store_phone })].filter(Boolean);
  return parts.length > 0 ? <p className={classes.whereabouts}>{parts.join('　')}</p> : null;
}

/** What is no longer valid says so on paper too. */
function NoLonger({ paper: { state, versions, withdraw_reason } }: { paper: QuotePaper }) {
  const { t } = useTranslation('prospects/quotes');
  if (state === 'superseded')
    return <p className={classes.notice}>{t('paper.superseded', { n: versions })}</p>;
  if (state === 'withdrawn')
    return <p className={classes.notice}>{t('paper.withdrawn', { reason: withdraw_reason })}</p>;
  return state === 'expired' ? <p className={classes.notice}>{t('paper.expired')}</p> : null;
}

function Lines({ paper }: { paper: QuotePaper }) {
  const { t } = useTranslation('prospects/quotes');
  const money = useMoney(paper);
  const heads = ['number', 'kind', 'item', 'quantity', 'price', 'amount'] as const;
  return (
    <table className={`${forms.table} ${classes.paperLines}`}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" data-head={head}>
              {t(`paper.head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {paper.lines.map((line, at) => (
          <tr key={at}>
            <td>{at + 1}</td>
            <td>{t(`kind.${line.kind}`)}</td>
            <td className={classes.text}>{line.text}</td>
            <td className={classes.number}>{line.quantity}</td>
            <td className={classes.number}>{money(line.unit_price)}</td>
            <td className={classes.number}>{money(line.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sums({ paper }: { paper: QuotePaper }) {
  const { t, i18n } = useTranslation('prospects/quotes');
  const money = useMoney(paper);
  const { discount, trade_in, deposit, loan, total_in_capitals } = paper;
  const capitals = i18n.language !== 'en' && total_in_capitals;
  const less = discount > 0 || trade_in > 0;
  return (
    <dl className={`numbers ${classes.paperSums}`}>
      {less && <Sum label={t('subtotal')} amount={money(paper.subtotal)} />}
      {discount > 0 && <Sum label={t('discount')} amount={money(-discount)} />}
      {trade_in > 0 && <Sum label={t('trade_in')} amount={money(-trade_in)} />}
      <Sum
        strong
        label={capitals ? t('paper.total_in', { words: capitals }) : t('total')}
        amount={money(paper.total)}
      />
      {deposit > 0 && <Sum label={t('paper.of_which_deposit')} amount={money(deposit)} />}
      {!loan && <Sum label={t('due')} amount={money(paper.due)} />}
    </dl>
  );
}

function Sum({ label, amount, strong }: { label: string; amount: string; strong?: boolean }) {
  const name = strong ? classes.total : undefined;
  return (
    <>
      <dt className={name}>{label}</dt>
      <dd className={name}>{amount}</dd>
    </>
  );
}

function Loan({ paper }: { paper: QuotePaper }) {
  const { t } = useTranslation('prospects/quotes');
  const money = useMoney(paper);
  if (!paper.loan) return null;
  const { down_payment, lent, months, yearly_rate, instalment, repaid } = paper.loan;
  const facts = [
    [t('down_payment'), money(down_payment)],
    [t('due'), money(paper.due)],
    [t('lent'), money(lent)],
    [t('months'), String(months)],
    [t('rate'), `${(yearly_rate / 100).toFixed(2)} %`],
    [t('paper.monthly'), money(instalment)],
    [t('paper.repaid'), money(repaid)],
    [t('paper.interest'), money(repaid - lent)],
  ] as const;
  return (
    <dl className={`numbers ${forms.facts} ${classes.paperFacts}`}>
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
