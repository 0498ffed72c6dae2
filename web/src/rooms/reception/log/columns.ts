import type { Grade, Transport, Visit } from '@platform/api/types';
import { dayOf, showShortDay, timeOf } from '@platform/format/dates';
import { showRange } from '@platform/format/money';
import { showPhone } from '@platform/format/phone';
import { gradeOnDay } from './grade';

export type FormRow = {
  number: number;
  visit: Visit;
  zone: string;
  currency: string;
  /** What the store calls its grades. */
  grades: Record<Grade, string>;
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

const transports: Record<Transport, string> = {
  on_foot: '步行',
  bicycle: '骑车',
  motorbike: '摩托',
  car: '自驾',
  taxi: '出租',
  public_transport: '公交',
  other: '其他',
};

/** In the order and with the names of the register dealers fill by hand; what the system does not know stays blank. */
export const columns: Column[] = [
  { label: '序号', width: 7, text: ({ number }) => number },
  { label: '来店\n时间', width: 10, text: ({ visit, zone }) => timeOf(visit.arrived_at, zone, 'zh') },
  {
    label: '离店\n时间',
    width: 10,
    text: ({ visit, zone }) => visit.left_at && timeOf(visit.left_at, zone, 'zh'),
  },
  { label: '人数', width: 7, text: ({ visit }) => visit.party_size },
  { label: '交通\n工具', width: 9, text: ({ visit }) => visit.transport && transports[visit.transport] },
  { label: '来店/\n来电', width: 9, text: ({ visit }) => ways[visit.way] },
  { label: '预约\n时间', width: 10, text: appointed },
  { label: '首次/\n再次', width: 9, text: ({ visit }) => (visit.occasion === 'again' ? '再次' : '首次') },
  {
    label: '接待人',
    width: 11,
    text: ({ visit }) => (visit.first_salesperson ?? visit.salesperson)?.name ?? '',
  },
  {
    label: '转接后\n接待人',
    width: 11,
    text: ({ visit }) => (visit.first_salesperson ? visit.salesperson?.name : null) ?? '',
  },
  { label: '来店\n目的', width: 8, text: purpose },
  { label: '客户\n姓名', width: 12, text: ({ visit }) => visit.customer?.name ?? '' },
  { label: '性别', width: 7, text: ({ visit }) => (visit.customer?.sex ? sexes[visit.customer.sex] : '') },
  { label: '电话', width: 20, text: contact },
  { label: '加\n微信', width: 8, text: wechatAdded },
  { label: '意向车型/\n价位', width: 16, text: wish },
  { label: '意向\n颜色', width: 11, text: ({ visit }) => visit.colour },
  { label: '现有车辆', width: 13, text: ({ visit }) => visit.current_car },
  { label: '对比车型', width: 13, text: ({ visit }) => visit.competing_model },
  { label: '信息\n渠道', width: 11, text: ({ channel }) => channel },
  { label: '级别/\n购车\n时间', width: 12, text: purchase },
  { label: '试驾', width: 7, text: ({ visit }) => tick(visit.test_drive) },
  { label: '问卷', width: 7, text: ({ visit }) => tick(visit.questionnaire) },
  { label: '报价', width: 7, text: ({ visit }) => tick(visit.quote) },
  {
    label: '结果',
    width: 13,
    text: ({ visit, reason }) => [standings[visit.standing], reason].filter(Boolean).join('：'),
  },
  { label: '接待经过\n(含决策人)', width: 27, text: ({ visit }) => visit.story },
];

/** The time alone, when they came on the very day. */
function appointed({ visit, zone }: FormRow): string | null {
  if (!visit.appointed_at) return null;
  const day = dayOf(visit.appointed_at, zone);
  const time = timeOf(visit.appointed_at, zone, 'zh');
  return day === visit.day ? time : `${showShortDay(day, 'zh')}\n${time}`;
}

/** Who left only a WeChat name is reached by that. */
function contact({ visit: { customer } }: FormRow): string {
  return customer?.phone ? showPhone(customer.phone) : (customer?.wechat ?? '');
}

/** Not told of a customer whose contacts the reader may not see. */
function wechatAdded({ visit: { customer } }: FormRow): string {
  return customer?.phone || customer?.wechat ? tick(customer.wechat !== null) : '';
}

function purpose({ visit }: FormRow): string {
  if (visit.exclusion_code) return '其他';
  return visit.kind === 'visit' ? '看车' : '';
}

function wish({ visit, currency }: FormRow): string {
  const price = showRange(visit.price_from, visit.price_to, currency, 'zh');
  return [visit.model?.name, price].filter(Boolean).join('\n');
}

function purchase({ visit, grades }: FormRow): string {
  const grade = gradeOnDay(visit);
  const when = visit.purchase_day
    ? showShortDay(visit.purchase_day, 'zh')
    : visit.purchase_when && whens[visit.purchase_when];
  return [grade && grades[grade], when].filter(Boolean).join(' ');
}
