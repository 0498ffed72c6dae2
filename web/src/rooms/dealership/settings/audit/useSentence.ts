import { get, inStore } from '@platform/api/client';
import type { Fact, Items, ListEntry, Page, StaffMember } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { gradeLabels } from '@platform/session/gradeLabels';
import { useCan, useStore } from '@platform/session/session';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useList } from '../queries';
import type { Person } from '../types';

const staysFor = 5 * 60_000;

/** The log holds ids and codes only: names and labels are looked up when it is read. */
export function useSentence(): (fact: Fact) => string {
  const { t } = useTranslation('dealership/settings/audit');
  const format = useFormat();
  const nameOf = useNames();
  const store = useStore();
  const grades: Record<string, string> = gradeLabels(store);
  const unfiled = useList(store.id, 'unfiled');
  const exclusion = useList(store.id, 'exclusion');

  const labelOf = (entries: ListEntry[] | undefined, code: unknown) => {
    const entry = entries?.find((each) => each.code === code);
    return entry ? format.label(entry) : text(code);
  };
  const graded = (code: unknown) => grades[text(code)];
  const listed = (words: string[]) => words.join(format.language === 'zh' ? '、' : ', ');
  const fields = (of: unknown) =>
    listed([...new Set(strings(of).map((field) => t(`field.${field}`, { defaultValue: field })))]);

  return (fact) => {
    const { data } = fact;
    const who = knownName(fact) ?? t(fact.subject_kind === 'door' ? 'who.sensor' : 'who.system');
    const say = (key: string, more: Record<string, unknown> = {}) => t(`fact.${key}`, { who, ...more });
    switch (fact.kind) {
      case 'visit_opened': {
        const way = t(`way.${text(data.way)}`);
        const name = data.salesperson_id ? nameOf(data.salesperson_id) : null;
        return say(name ? 'visit_opened_for' : 'visit_opened', { way, name, count: Number(data.party_size) });
      }
      case 'visit_filed':
        return say(data.customer_is_new ? 'visit_filed_new' : 'visit_filed_known');
      case 'visit_skated':
        return say('visit_skated', { in_charge: nameOf(data.in_charge), by: nameOf(data.salesperson_id) });
      case 'visit_moved':
        return say(`visit_moved.${text(data.occasion)}`);
      case 'party_member_added':
      case 'party_member_edited':
      case 'party_member_removed':
        return say(fact.kind, { roles: listed(strings(data.roles).map((role) => t(`role.${role}`))) });
      case 'notice_seen':
        return say(`notice_seen.${text(data.notice)}`);
      case 'duplicates_found':
        return say('duplicates_found', { count: Number(data.pairs) });
      case 'cards_merged':
      case 'cards_parted':
        return say(`${fact.kind}${data.merged_card_id ? '' : '_person'}`, {
          name: data.salesperson_id ? nameOf(data.salesperson_id) : t('who.nobody'),
        });
      case 'visit_left_unfiled':
        return say('visit_left_unfiled', { reason: labelOf(unfiled.data, data.reason_code) });
      case 'exclusion_asked':
      case 'exclusion_confirmed':
      case 'exclusion_rejected':
        return say(fact.kind, { reason: labelOf(exclusion.data, data.exclusion_code) });
      case 'visit_reopened':
        return say('visit_reopened', { was: t(`standing.${text(data.was)}`) });
      case 'visit_edited':
      case 'customer_edited':
      case 'card_edited':
      case 'appointment_edited':
        return say(fact.kind, { fields: fields(data.fields) || t('nothing') });
      case 'party_left':
        return say('party_left', { span: format.span(Number(data.minutes)) });
      case 'visit_handed_over':
      case 'card_handed_over':
        return data.from
          ? say(`${fact.kind}_from`, { from: nameOf(data.from), to: nameOf(data.to) })
          : say(fact.kind, { to: nameOf(data.to) });
      case 'cards_reassigned':
        return say(data.accesses_ended ? 'cards_reassigned_left' : 'cards_reassigned', {
          name: data.from ? nameOf(data.from) : t('who.nobody'),
          reason: t(`reassign.${text(data.reason)}`),
          count: Number(data.cards),
          people: Number(data.people),
        });
      case 'contacts_exported':
        return say('contacts_exported', { count: Number(data.contacts) });
      case 'list_filter_changed':
        return say(`list_filter_${text(data.action)}${data.shared ? '_shared' : ''}`);
      case 'followed_up':
        return say(data.next_on ? 'followed_up_next' : 'followed_up', {
          way: t(`follow.${text(data.way)}`),
          result: t(data.reached ? 'follow.reached' : 'follow.tried'),
          grade: graded(data.grade),
          day: data.next_on && format.shortDay(text(data.next_on)),
        });
      case 'car_ordered':
        return say('car_ordered', { day: format.shortDay(text(data.ordered_on)) });
      case 'order_cancelled':
        return say('order_cancelled', { day: format.shortDay(text(data.cancelled_on)) });
      case 'car_delivered':
        return say('car_delivered', { day: format.shortDay(text(data.delivered_on)) });
      case 'appointment_made':
      case 'appointment_moved':
      case 'appointment_kept':
      case 'appointment_missed':
      case 'appointment_cancelled':
        return say(fact.kind, {
          when: format.dayTime(text(data.at)),
          was: data.was_at && format.dayTime(text(data.was_at)),
          purpose: t(`appointment.${text(data.purpose)}`),
        });
      case 'drive_booked':
      case 'drive_moved':
      case 'drive_finished':
      case 'drive_cancelled':
        return say(fact.kind, {
          when: `${format.dayTime(text(data.starts_at))}–${format.time(text(data.ends_at))}`,
          licence: t(data.licence_seen ? 'licence.seen' : 'licence.not_seen'),
        });
      case 'lead_received':
        return say(`lead_received.${text(data.outcome)}`);
      case 'lead_reassigned':
        return data.from
          ? say('lead_reassigned_from', { from: nameOf(data.from), to: nameOf(data.to) })
          : say('lead_reassigned', { to: nameOf(data.to) });
      case 'lead_escalated':
        return data.salesperson_id
          ? say('lead_escalated_of', { name: nameOf(data.salesperson_id) })
          : say('lead_escalated');
      case 'follow_up_rules_set':
      case 'answer_times_set':
        return say(fact.kind, { day: format.shortDay(text(data.from_day)) });
      case 'lead_rules_set':
        return say('lead_rules_set', { count: Number(data.rules) });
      case 'days_off_added':
      case 'days_off_removed':
        return say(`${fact.kind}${fact.actor?.id === fact.subject_id ? '_own' : ''}`, {
          name: nameOf(fact.subject_id),
          from: format.shortDay(text(data.from_day)),
          to: format.shortDay(text(data.to_day)),
        });
      case 'working_hours_set':
        return say('working_hours_set', { name: nameOf(fact.subject_id) });
      case 'day_begun':
        return say('day_begun', { ...data, day: format.shortDay(text(data.day)) });
      case 'duty_changed': {
        const own = fact.actor?.id === fact.subject_id;
        return say(`duty_${text(data.change)}${own ? '_own' : ''}`, { name: nameOf(fact.subject_id) });
      }
      case 'door_counted': {
        const hour = t('hour', { day: format.shortDay(text(data.day)), hour: Number(data.hour) });
        const parties = Number(data.parties);
        const key = knownName(fact) ? (parties < 0 ? 'door_untapped' : 'door_tapped') : 'door_reported';
        return say(key, { hour, count: Math.abs(parties) });
      }
      case 'set_up_changed':
        return setUp(fact);
      case 'consent_noted':
        return say(data.given ? 'consent_given' : 'consent_withdrawn', {
          purpose: t(`purpose.${text(data.purpose)}`),
        });
      case 'card_opened':
      case 'card_regraded':
      case 'loss_asked':
      case 'loss_approved':
      case 'loss_rejected':
        return say(fact.kind, { grade: graded(data.grade), from: graded(data.from), to: graded(data.to) });
      case 'import_finished':
        return say(data.rows === 'prospects' ? 'list_imported' : 'import_finished', {
          ...data,
          count: Number(data.created),
        });
      case 'signed_in':
        return say('signed_in', { address: text(data.address) });
      default:
        return say(fact.kind, { ...data, defaultValue: t('fact.unknown', { who, kind: fact.kind }) });
    }
  };

  function setUp(fact: Fact): string {
    const who = knownName(fact) ?? t('who.system');
    const action = text(fact.data.action);
    const own = fact.actor?.id === fact.subject_id;
    const name = text(fact.data.name) || (fact.subject_kind === 'person' ? nameOf(fact.subject_id) : '');
    const what = t(`subject.${fact.subject_kind}`, { defaultValue: fact.subject_kind });
    return t(`action.${action}${own && action === 'session_ended' ? '_own' : ''}`, {
      who,
      what,
      name,
      defaultValue: t('fact.unknown', { who, kind: action }),
    });
  }
}

function useNames(): (id: unknown) => string {
  const { t } = useTranslation('dealership/settings/audit');
  const store = useStore();
  const all = useCan()('people.edit');
  const people = useQuery({
    queryKey: ['people-names'],
    queryFn: () => get<Page<Person>>('/people', { limit: 200 }),
    staleTime: staysFor,
    enabled: all,
  });
  const staff = useQuery({
    queryKey: ['staff-names', store.id],
    queryFn: () => get<Items<StaffMember>>(`${inStore(store.id)}/staff`),
    staleTime: staysFor,
    enabled: !all,
  });
  const names = new Map((people.data ?? staff.data)?.items.map(({ id, name }) => [id, name]));
  return (id) => names.get(text(id)) ?? t('who.somebody');
}

/** A machine has no name among the people: the server then puts its id in the name's place. */
function knownName({ actor }: Fact): string | null {
  return actor && actor.name && actor.name !== actor.id ? actor.name : null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
