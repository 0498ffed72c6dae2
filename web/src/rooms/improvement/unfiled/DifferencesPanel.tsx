import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Open } from '../shared/listing';
import { bound, percent, points, size } from '../shared/percent';
import type { Labels } from '../shared/useLabels';
import type { Contrast, Differences } from '../types';
import { Count, DataTable } from './DataTable';
import { Panel, type Place } from './Panel';
import classes from './unfiled.module.css';

type Props = { place: Place; differences: Differences; labels: Labels; open: Open };

const atFirst = 8;
const keyOf = ({ by, value }: Pick<Contrast, 'by' | 'value'>) => `${by}.${value}`;

/** In what those who left without a word differ from those who can be reached: told, the largest first. */
export function DifferencesPanel({ place, differences, labels, open }: Props) {
  const { t } = useTranslation('improvement/unfiled');
  const { found, looked_at, too_small } = differences;
  const smallOnes = too_small.map((each) =>
    t('differs.small', { name: labels.value(each), of: each.of, count: each.more_visits }),
  );
  return (
    <Panel
      place={place}
      name="differences"
      part="differences"
      title={t('differs.title')}
      says={<p>{t(found.length > 0 ? 'differs.says' : 'differs.nothing', { count: looked_at })}</p>}
      chart={
        <>
          <Found found={found} labels={labels} open={open} />
          {too_small.length > 0 && (
            <p className={classes.hint}>
              {t('both', { first: t('differs.too_small'), second: smallOnes.join(t('semicolon')) })}
              {t('stop')}
            </p>
          )}
        </>
      }
      table={<ContrastTable found={found} labels={labels} open={open} />}
    />
  );
}

type FoundProps = { found: Contrast[]; labels: Labels; open: Open };

/** The largest first, and no more of them than somebody reads. */
function Found({ found, labels, open }: FoundProps) {
  const { t } = useTranslation('improvement/unfiled');
  const [all, setAll] = useState(false);
  const told = all ? found : found.slice(0, atFirst);
  return (
    <>
      <ol className={classes.differs}>
        {told.map((each) => (
          <li key={keyOf(each)}>
            <Sentence contrast={each} labels={labels} open={open} />
          </li>
        ))}
      </ol>
      {told.length < found.length && (
        <Button variant="default" className="no-print" onClick={() => setAll(true)}>
          {t('differs.all', { count: found.length })}
        </Button>
      )}
    </>
  );
}

type SentenceProps = { contrast: Contrast; labels: Labels; open: Open };

function Sentence({ contrast, labels, open }: SentenceProps) {
  const { t } = useTranslation('improvement/unfiled');
  const { by, value, unfiled, of, rest_unfiled, rest_of, difference, low, high } = contrast;
  const name = labels.value(contrast);
  const rate = (part: number, whole: number) => percent(whole === 0 ? 0 : part / whole);
  return (
    <>
      <strong>{name}</strong>
      {t('colon')}
      {t('differs.of', { of })}{' '}
      <Count
        count={unfiled}
        of={`${name} ${t('improvement:state.unfiled')}`}
        open={() => open({ by, value })}
      />{' '}
      {t(difference > 0 ? 'differs.more' : 'differs.less', {
        rate: rate(unfiled, of),
        rest: rate(rest_unfiled, rest_of),
        rest_of,
        size: size(difference),
        low: bound(low),
        high: bound(high),
      })}
    </>
  );
}

function ContrastTable({ found, labels, open }: FoundProps) {
  const { t } = useTranslation('improvement/unfiled');
  const head = ['name', 'unfiled', 'of', 'rest_unfiled', 'rest_of', 'difference', 'interval', 'p'];
  return (
    <DataTable
      label={t('differs.title')}
      head={head.map((each) => t(`column.${each}`))}
      rows={found.map((each) => ({
        key: keyOf(each),
        name: labels.value(each),
        cells: [
          <Count
            key="count"
            count={each.unfiled}
            of={`${labels.value(each)} ${t('improvement:state.unfiled')}`}
            open={() => open({ by: each.by, value: each.value })}
          />,
          each.of,
          each.rest_unfiled,
          each.rest_of,
          points(each.difference),
          `${bound(each.low)} – ${bound(each.high)}`,
          each.p < 0.001 ? '< 0.001' : each.p.toFixed(3),
        ],
      }))}
    />
  );
}
