import type { Step, Visit } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useStoreById } from '@platform/session/session';
import { useTranslation } from 'react-i18next';

type Told = {
  title: string;
  /** Whether they were spoken with. */
  result?: string;
  /** What was said. */
  text?: string | null;
  facts: string[];
};

const dones = ['test_drive', 'quote', 'trade_in'] as const;

/** Each step of a card's history in words. */
export function useStepWords(storeId: string): (step: Step) => Told {
  const { t } = useTranslation('prospects/cards');
  const format = useFormat(useStoreById(storeId));
  const labels = useGradeLabels(storeId);
  const listed = (words: string[]) => [...new Set(words)].join(t('comma'));

  const ofVisit = (visit: Visit): Told => ({
    title: t(visit.kind === 'call' ? 'step.call' : `step.visit_${visit.occasion}`),
    result: t(visit.kind === 'call' ? 'reached' : 'met'),
    text: visit.story,
    facts: [
      visit.minutes === null ? null : t('stayed', { span: format.span(visit.minutes) }),
      visit.model?.name,
      ...dones.map((done) => (visit[done] ? t(`done.${done}`) : null)),
    ].flatMap((fact) => fact ?? []),
  });

  const ofFollowUp = (follow: NonNullable<Step['follow_up']>): Told => ({
    title: t(`prospects:way.${follow.way}`),
    result: t(follow.reached ? 'reached' : 'tried'),
    text: follow.said,
    facts: [
      follow.next_on && t('prospects:next_on', { day: format.shortDay(follow.next_on, true) }),
      follow.counted ? null : t('late'),
    ].flatMap((fact) => fact ?? []),
  });

  const ofPlan = ({ kind, plan }: Step): Told => {
    const span = plan?.end && `${format.dayTime(plan.at)}–${format.time(plan.end)}`;
    const when = plan && (span || format.dayTime(plan.at));
    return {
      title: t(`step.${kind}`, { when, was: plan?.was_at && format.dayTime(plan.was_at) }),
      facts: [plan?.purpose && t(`prospects/plans:purpose.${plan.purpose}`), plan?.car?.name].flatMap(
        (fact) => fact || [],
      ),
    };
  };

  const ofListing = (listing: NonNullable<Step['listing']>): Told => ({
    title: t('step.listed'),
    text: listing.remark,
    facts: [
      listing.registered_on && t('listing.registered', { day: format.day(listing.registered_on) }),
      listing.last_contact_on && t('listing.last_contact', { day: format.day(listing.last_contact_on) }),
      listing.grade && t('listing.grade', { grade: labels[listing.grade] }),
      listing.channel,
    ].flatMap((fact) => fact || []),
  });

  const ofQuote = ({ kind, quote }: Step): Told => ({
    title: t(`step.${kind}`, { number: quote?.number, n: quote?.n }),
    facts: typeof quote?.total === 'number' ? [format.money(quote.total)] : [],
  });

  return (step) => {
    if (step.quote) return ofQuote(step);
    if (step.listing) return ofListing(step.listing);
    if (step.plan) return ofPlan(step);
    if (step.visit) return ofVisit(step.visit);
    if (step.follow_up) return ofFollowUp(step.follow_up);
    const cause = step.grade_cause && t(`cause.${step.grade_cause}`);
    const kind = step.kind === 'lead_reassigned' && !step.from ? 'lead_reassigned_from_nobody' : step.kind;
    const title = t(`step.${kind}`, {
      from: step.from?.name ?? (step.grade_from && labels[step.grade_from]),
      to: step.to?.name ?? (step.grade_to && labels[step.grade_to]),
      fields: step.fields
        ? listed(step.fields.map((field) => t(`field.${field}`, { defaultValue: field })))
        : '',
      roles: step.roles ? listed(step.roles.map((role) => t(`prospects/party:role.${role}`))) : '',
    });
    return { title, facts: cause ? [cause] : [] };
  };
}
