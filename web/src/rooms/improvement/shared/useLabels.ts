import type { ListEntry } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannels, useReasons } from './api';
import type { Scope } from './scope';

type Named = { by: string; value: string; name: string | null };

const classes = ['0', '3', '10', '30', '60'];

/** 1 January 2024 was a Monday. */
export const dayOfWeek = (weekday: number) => `2024-01-0${weekday}`;

/** What codes and values are called, in the words of the store's own lists. */
export function useLabels(scope: Scope) {
  const { t } = useTranslation('improvement');
  const format = useFormat(scope.store);
  const reasonList = useReasons(scope.store.id);
  const channelList = useChannels(scope.store.id);
  const [reasons, channels] = [reasonList.data, channelList.data];
  const ready = !reasonList.isPending && !channelList.isPending;
  return useMemo(() => {
    // A code no longer in the list is shown as it is rather than hidden.
    const from = (list: ListEntry[] | undefined, code: string) => {
      const entry = list?.find((each) => each.code === code);
      return entry ? format.label(entry) : code;
    };
    const reason = (code: string | null) => (code ? from(reasons, code) : t('value.no_reason'));
    const channel = (code: string | null) => (code ? from(channels, code) : t('value.no_channel'));
    const hour = (value: string) => {
      const [weekday = '', hourText = ''] = value.split('-');
      const day = weekday && format.weekday(dayOfWeek(Number(weekday)));
      if (!hourText) return day;
      const hours = t('value.hours', { from: hourText, to: Number(hourText) + 1 });
      return day ? `${day} ${hours}` : t('value.every_day', { hours });
    };
    const value = ({ by, value: code, name }: Named) => {
      if (name) return name;
      if (by === 'reason') return reason(code);
      if (by === 'channel') return channel(code);
      if (code === '') return t(`value.none.${by}`, { defaultValue: t('value.unknown') });
      if (by === 'hour' || by === 'weekday') return hour(code);
      if (by === 'minutes') return classes.includes(code) ? t(`value.minutes.${code}`) : code;
      if (by === 'asks') return t(`value.asks.${code}`, { defaultValue: code });
      if (by === 'second_face') return t(`value.second_face.${code}`, { defaultValue: code });
      if (by === 'on_duty') return t('value.on_duty', { count: Number(code) });
      return code;
    };
    return { ready, reason, channel, value };
  }, [t, format, reasons, channels, ready]);
}

export type Labels = ReturnType<typeof useLabels>;
