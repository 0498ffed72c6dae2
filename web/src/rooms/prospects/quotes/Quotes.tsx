import { Anchor, Button, Group } from '@mantine/core';
import type { CardPage, Quote } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useStoreById } from '@platform/session/session';
import { Section } from '@platform/show/Section';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pdfAddress, printAddress } from './api';
import classes from './quotes.module.css';

const QuoteSheet = lazy(() => import('./QuoteSheet'));
const WithdrawQuote = lazy(() => import('./WithdrawQuote'));

type Opened = { kind: 'give' } | { kind: 'revise' | 'withdraw'; quote: Quote };

/** What they were offered in writing: every version stays, the latest holds. */
export function Quotes({ page: { card, quotes } }: { page: CardPage }) {
  const { t } = useTranslation('prospects/quotes');
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const may = card.can.includes('follow_up');
  if (quotes.length === 0 && !may) return null;
  return (
    <Section title={t('section')}>
      {quotes.length === 0 && <p className="quiet">{t('none')}</p>}
      {quotes.map((quote) => (
        <QuoteItem key={quote.id} quote={quote} onOpen={setOpened} />
      ))}
      {may && (
        <Button variant="default" mt="sm" onClick={() => setOpened({ kind: 'give' })}>
          {t('new')}
        </Button>
      )}
      <Suspense fallback={null}>
        {opened?.kind === 'give' && <QuoteSheet card={card} onClose={close} />}
        {opened?.kind === 'revise' && <QuoteSheet card={card} quote={opened.quote} onClose={close} />}
        {opened?.kind === 'withdraw' && <WithdrawQuote quote={opened.quote} onClose={close} />}
      </Suspense>
    </Section>
  );
}

function QuoteItem({ quote, onOpen }: { quote: Quote; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation('prospects/quotes');
  const { number, versions, can } = quote;
  return (
    <article className={classes.quote} aria-label={number}>
      <strong className="numbers">{number}</strong>
      {versions.map((version) => (
        <VersionLine key={version.n} quote={quote} version={version} />
      ))}
      {quote.withdraw_reason && <p className="quiet">{t('because', { reason: quote.withdraw_reason })}</p>}
      {can.length > 0 && (
        <Group gap="xs" mt={8}>
          {can.includes('revise') && (
            <Button size="xs" variant="default" onClick={() => onOpen({ kind: 'revise', quote })}>
              {t('revise')}
            </Button>
          )}
          {can.includes('withdraw') && (
            <Button size="xs" variant="default" onClick={() => onOpen({ kind: 'withdraw', quote })}>
              {t('withdraw')}
            </Button>
          )}
        </Group>
      )}
    </article>
  );
}

type VersionProps = { quote: Quote; version: Quote['versions'][number] };

function VersionLine({ quote, version: { n, state, total, given_at, by, valid_until } }: VersionProps) {
  const { t } = useTranslation('prospects/quotes');
  const format = useFormat(useStoreById(quote.store_id));
  const what = { number: quote.number, n };
  return (
    <div className={classes.version} data-state={state}>
      <div className={classes.head}>
        <span>
          {t('version', { n })} <strong className="numbers">{format.money(total)}</strong>
        </span>
        <span className={classes.state}>{t(`state.${state}`)}</span>
      </div>
      <div className={classes.foot}>
        <span className="quiet numbers">
          {[
            format.dayTime(given_at),
            by?.name,
            state === 'superseded' ? null : t('until', { day: format.shortDay(valid_until) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className={classes.links}>
          <Anchor component={Link} to={printAddress(quote, n)} aria-label={t('print_of', what)}>
            {t('print')}
          </Anchor>
          <Anchor href={pdfAddress(quote, n, format.language)} download aria-label={t('pdf_of', what)}>
            PDF
          </Anchor>
        </span>
      </div>
    </div>
  );
}
