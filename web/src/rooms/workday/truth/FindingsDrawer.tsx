import { inStore } from '@platform/api/client';
import type { Store } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { SideDrawer } from '@platform/show/SideDrawer';
import { useTranslation } from 'react-i18next';
import { CardLink } from '../CardLink';
import type { Finding, FindingRow, Truth } from '../types';
import classes from '../workday.module.css';
import type { Asked, Behind } from './asking';
import { useSentence } from './useSentence';

type Props = {
  behind: Behind | null;
  asked: Asked;
  store: Store;
  people: Truth['people'];
  onClose: () => void;
};

/** What is behind a number: each with its sentence and the follow-ups it was read from. */
export function FindingsDrawer({ behind, people, onClose, ...rest }: Props) {
  const { t } = useTranslation('workday/truth');
  const name = people.find(({ person }) => person.id === behind?.person)?.person.name ?? t('whole_store');
  return (
    <SideDrawer title={behind && `${name} · ${t(`kind.${behind.kind}`)}`} onClose={onClose}>
      {behind && <Findings behind={behind} {...rest} />}
    </SideDrawer>
  );
}

function Findings({ behind, asked, store }: Pick<Props, 'asked' | 'store'> & { behind: Behind }) {
  const { t } = useTranslation('workday/truth');
  const { kind, person } = behind;
  const findings = usePages<Finding>(['findings', store.id], `${inStore(store.id)}/truth/findings`, {
    ...{ ...asked, kind, person_id: person, limit: 20 },
  });
  return (
    <PagedList pages={findings} empty={<p className="quiet">{t('none')}</p>}>
      {(items) => (
        <ul className={classes.lines}>
          {items.map((finding) => (
            <li key={`${finding.kind}${finding.rows.at(-1)?.id}`}>
              <OneFinding finding={finding} store={store} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function OneFinding({ finding, store }: { finding: Finding; store: Store }) {
  const sentences = useSentence(store)(finding);
  const format = useFormat(store);
  return (
    <article>
      <div className="quiet">
        {finding.person.name} · {format.shortDay(finding.on, true)}
      </div>
      {sentences.map((sentence) => (
        <p key={sentence} className={classes.sentence}>
          {sentence}
        </p>
      ))}
      <ul className={classes.rows}>
        {finding.rows.map((row) => (
          <li key={row.id}>
            <Row row={row} store={store} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function Row({ row, store }: { row: FindingRow; store: Store }) {
  const { t } = useTranslation('workday/truth');
  const format = useFormat(store);
  const about = [
    t(`prospects:way.${row.way}`),
    t(row.reached ? 'prospects:reached' : 'prospects:tried'),
    ...(row.next_on ? [t('prospects:next_on', { day: format.shortDay(row.next_on) })] : []),
    ...(row.card.standing === 'following' ? [] : [t(`prospects:standing.${row.card.standing}`)]),
  ];
  return (
    <>
      <CardLink card={row.card} grade={row.grade} />
      <span className="numbers">{format.dayTime(row.at)}</span>
      <span className={`quiet ${classes.wide}`}>{about.join(' · ')}</span>
      {row.said && <span className={classes.wide}>{row.said}</span>}
      {row.sent_at && (
        <span className={`quiet ${classes.wide}`}>{t('sent_at', { when: format.dayTime(row.sent_at) })}</span>
      )}
    </>
  );
}
