import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { causeOption, type CauseRow } from '../charts/causeOption';
import { Chart } from '@platform/chart/Chart';
import type { Open } from '../shared/listing';
import { percent } from '../shared/percent';
import type { Labels } from '../shared/useLabels';
import type { Causes } from '../types';
import { Count, DataTable } from './DataTable';
import { Panel, type Place } from './Panel';

type Props = { place: Place; causes: Causes; labels: Labels; open: Open };

/** Which few causes make most of it. */
export function CausesPanel({ place, causes, labels, open }: Props) {
  const { t } = useTranslation('improvement/unfiled');
  const lines = useMemo(() => linesOf(causes, labels), [causes, labels]);
  const option = useMemo(
    () =>
      causeOption(lines, (line) => [
        line.name,
        t('causes.tip', { count: line.count, share: percent(line.share) }),
      ]),
    [lines, t],
  );
  const vital = causes.causes.filter((cause) => cause.vital);
  const says =
    causes.unfiled === 0
      ? t('causes.nothing')
      : t('causes.vital', {
          count: causes.unfiled,
          causes: vital.map(({ code }) => t('causes.quoted', { name: labels.reason(code) })).join(t('comma')),
          share: percent(vital.at(-1)?.cumulative ?? 0),
        });
  const listed = (line: CauseRow) => () => open({ by: 'reason', value: line.code });
  return (
    <Panel
      place={place}
      name="causes"
      part="causes"
      rates={false}
      title={t('causes.title')}
      says={
        <>
          <p>{says}</p>
          {causes.unknown_alarm && (
            <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />} mt="xs">
              {t('causes.unknown', { share: percent(causes.unknown_share) })}
            </Alert>
          )}
        </>
      }
      chart={
        <Chart
          label={`${t('causes.title')}: ${says}`}
          height={lines.length * 27 + 40}
          option={option}
          onPick={(index, series) => {
            const line = lines[index];
            if (line && series === 'count') listed(line)();
          }}
        />
      }
      table={
        <DataTable
          label={t('causes.title')}
          head={['cause', 'unfiled', 'share', 'cumulative'].map((name) => t(`column.${name}`))}
          rows={lines.map((line) => ({
            key: `${line.cumulative === null}${line.code}`,
            name: line.name,
            indented: line.cumulative === null,
            cells: [
              <Count key="count" count={line.count} of={line.name} open={listed(line)} />,
              percent(line.share, 1),
              line.cumulative === null ? '' : percent(line.cumulative, 1),
            ],
          }))}
        />
      }
    />
  );
}

/** Each cause with its reasons below it; the reasons' share is of all unfiled visits too. */
function linesOf({ causes, unfiled }: Causes, labels: Labels): CauseRow[] {
  return causes.flatMap(({ reasons, ...cause }) => [
    { ...cause, name: labels.reason(cause.code) },
    ...reasons
      // A cause that is its own only reason is told once.
      .filter(
        ({ code }) =>
          code !== cause.code && (reasons.length > 1 || labels.reason(code) !== labels.reason(cause.code)),
      )
      .map((reason) => ({
        ...reason,
        name: labels.reason(reason.code),
        share: unfiled === 0 ? 0 : reason.count / unfiled,
        cumulative: null,
      })),
  ]);
}
