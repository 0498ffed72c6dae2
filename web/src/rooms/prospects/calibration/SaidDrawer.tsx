import { Drawer } from '@mantine/core';
import { inStore } from '@platform/api/client';
import type { Grade, Name } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useStore } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cardAddress } from '../CardRow';
import { GradeMark } from '../GradeMark';
import { grades } from '../grades';
import classes from './calibration.module.css';
import type { Outcome, SaidCard } from './types';

/** Which sayings stand behind a number. */
export type Behind = { person: string | null; grade: Grade; outcome: Outcome | null };

const between = '~';
const outcomes: Outcome[] = ['ordered', 'not_ordered', 'running'];

export const writeBehind = ({ person, grade, outcome }: Behind) =>
  [grade, outcome ?? '', person ?? ''].join(between);

export function readBehind(text: string | null): Behind | null {
  const [first, second, person] = (text ?? '').split(between);
  const grade = grades.find((each) => each === first);
  return grade
    ? { grade, outcome: outcomes.find((each) => each === second) ?? null, person: person || null }
    : null;
}

type Props = {
  behind: Behind | null;
  span: { from: string; to: string };
  people: Name[];
  onClose: () => void;
};

export function SaidDrawer({ behind, span, people, onClose }: Props) {
  const { t } = useTranslation('prospects/calibration');
  const labels = useGradeLabels();
  const title = behind && [
    people.find(({ id }) => id === behind.person)?.name ?? t('store'),
    t(`prospects:grade.${behind.grade}`, labels),
    t(`outcome.${behind.outcome ?? 'all'}`),
  ];
  return (
    <Drawer
      opened={behind !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={title?.join(' · ')}
      closeButtonProps={{ 'aria-label': t('platform:close') }}
    >
      {behind && <SaidCards behind={behind} span={span} />}
    </Drawer>
  );
}

function SaidCards({ behind, span }: { behind: Behind; span: Props['span'] }) {
  const { t } = useTranslation('prospects/calibration');
  const store = useStore();
  const { person, grade, outcome } = behind;
  const said = usePages<SaidCard>(
    ['prospects', store.id, 'said'],
    `${inStore(store.id)}/prospects/calibration/cards`,
    // A number of all that was said counts those whose window has ended.
    { ...span, person_id: person, grade, outcome, ended: outcome ? null : 'true', limit: 50 },
  );
  return (
    <PagedList pages={said} empty={<p className="quiet">{t('none')}</p>}>
      {(items) => (
        <ul className={classes.said}>
          {items.map((each) => (
            <li key={`${each.card.id}${each.person.id}${each.grade}`}>
              <SaidLine said={each} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function SaidLine({ said }: { said: SaidCard }) {
  const { t } = useTranslation('prospects/calibration');
  const format = useFormat();
  const day = (value: string) => format.shortDay(value);
  return (
    <>
      <GradeMark grade={said.grade} storeId={said.card.store_id} />
      <div>
        <Link to={cardAddress(said.card)}>{said.card.customer.name}</Link>
        <div className="quiet">
          {t('said_on', { name: said.person.name, day: day(said.said_on), until: day(said.until) })}
        </div>
      </div>
      <span data-outcome={said.outcome} className={classes.outcome}>
        {said.ordered_on ? t('ordered_on', { day: day(said.ordered_on) }) : t(`outcome.${said.outcome}`)}
      </span>
    </>
  );
}
