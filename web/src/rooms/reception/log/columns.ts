import type { Visit } from '@platform/api/types';
import { showShortDay, timeOf } from '@platform/format/dates';
import { showRange } from '@platform/format/money';
import { showPhone } from '@platform/format/phone';
import { gradeOnDay } from './grade';

export type FormRow = {
  number: number;
  visit: Visit;
  zone: string;
  currency: string;
  channel: string | null;
  reason: string | null;
};

type Column = { label: string; width: number; text: (row: FormRow) => string | number | null };

const standings: Record<Visit['standing'], string> = {
  open: '未完成',
  filed: '留档',
  unfiled: '未留档',
  exclusion_asked: '非意向(待确认)',
  excluded: '非意向',
};

const whens = {
  this_week: '本周',
  this_month: '本月',
  next_month: '下月',
  date: '',
  unknown: '未定',
} as const;

/** Whoever comes again came to the store; how often is in the next column. */
const ways: Record<Visit['way'], string> = {
  walk_in: '来店',
  appointment: '邀约\n来店',
  call: '来电',
  again: '来店',
};

const sexes = { female: '女', male: '男' } as const;

const tick = (value: boolean | null) => (value === null ? '' : value ? '√' : '×');

/** In the order and with the names of the register dealers fill by hand; what the system does not know stays blank. */
export const columns: Column[] = [
  { label: '序号', width: 8, text: ({ number }) => number },
  { label: '来店\n时间', width: 12, text: ({ visit, zone }) => timeOf(visit.arrived_at, zone, 'zh') },
  {
    label: '离店\n时间',
    width: 12,
    text: ({ visit, zone }) => visit.left_at && timeOf(visit.left_at, zone, 'zh'),
  },
  { label: '分钟', width: 9, text: ({ visit }) => visit.minutes },
  { label: '人数', width: 8, text: ({ visit }) => visit.party_size },
  { label: '来店/\n来电', width: 10, text: ({ visit }) => ways[visit.way] },
  { label: '首次/\n再次', width: 10, text: ({ visit }) => (visit.occasion === 'again' ? '再次' : '首次') },
  {
    label: '接待人',
    width: 13,
    text: ({ visit }) => (visit.first_salesperson ?? visit.salesperson)?.name ?? '',
  },
  {
    label: '转接后\n接待人',
    width: 13,
    text: ({ visit }) => (visit.first_salesperson ? visit.salesperson?.name : null) ?? '',
  },
  { label: '来店\n目的', width: 10, text: purpose },
  { label: '客户姓名', width: 15, text: ({ visit }) => visit.customer?.name ?? '' },
  { label: '性别', width: 8, text: ({ visit }) => (visit.customer?.sex ? sexes[visit.customer.sex] : '') },
  {
    label: '电话',
    width: 23,
    text: ({ visit }) => (visit.customer?.phone ? showPhone(visit.customer.phone) : ''),
  },
  { label: '微信', width: 14, text: ({ visit }) => visit.customer?.wechat ?? '' },
  { label: '意向车型/\n价位', width: 20, text: wish },
  { label: '信息渠道', width: 14, text: ({ channel }) => channel },
  { label: '级别/\n购车时间', width: 16, text: purchase },
  { label: '试驾', width: 8, text: ({ visit }) => tick(visit.test_drive) },
  { label: '报价', width: 8, text: ({ visit }) => tick(visit.quote) },
  {
    label: '结果',
    width: 18,
    text: ({ visit, reason }) => [standings[visit.standing], reason].filter(Boolean).join('：'),
  },
  { label: '接待经过', width: 28, text: ({ visit }) => visit.story },
];

function purpose({ visit }: FormRow): string {
  if (visit.exclusion_code) return '其他';
  return visit.kind === 'visit' ? '看车' : '';
}

function wish({ visit, currency }: FormRow): string {
  const price = showRange(visit.price_from, visit.price_to, currency, 'zh');
  return [visit.model?.name, price].filter(Boolean).join('\n');
}

function purchase({ visit }: FormRow): string {
  const grade = gradeOnDay(visit);
  const when = visit.purchase_day
    ? showShortDay(visit.purchase_day, 'zh')
    : visit.purchase_when && whens[visit.purchase_when];
  return [grade, when].filter(Boolean).join(' ');
}
