import type { Fact } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { useCan } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './audit.module.css';
import { placeOf } from './kinds';
import { useSentence } from './useSentence';

type Props = { path: string; storeId: string; actorId: string | null; kind: string | null };

export function FactList({ path, storeId, actorId, kind }: Props) {
  const { t } = useTranslation('dealership/settings/audit');
  const format = useFormat();
  const sentence = useSentence();
  const facts = usePages<Fact>(['audit', path], path, { actor_id: actorId, kind });
  const filtered = actorId !== null || kind !== null;
  return (
    <PagedList
      pages={facts}
      empty={
        <EmptyPanel
          title={t(filtered ? 'none_found' : 'empty')}
          text={t(filtered ? 'none_found_text' : 'empty_text')}
        />
      }
    >
      {(items) =>
        byDay(items, format.dayOf).map(([day, those]) => (
          <section key={day}>
            <h2 className={classes.day}>{format.day(day, true)}</h2>
            <ol className={classes.facts}>
              {those.map((fact) => (
                <FactRow key={fact.id} fact={fact} sentence={sentence(fact)} storeId={storeId} />
              ))}
            </ol>
          </section>
        ))
      }
    </PagedList>
  );
}

type RowProps = { fact: Fact; sentence: string; storeId: string };

function FactRow({ fact, sentence, storeId }: RowProps) {
  const { t } = useTranslation('dealership/settings/audit');
  const format = useFormat();
  const can = useCan();
  const place = placeOf(storeId, fact.subject_kind, fact.subject_id);
  return (
    <li>
      <time dateTime={fact.at} className="quiet numbers">
        {format.time(fact.at)}
      </time>
      <span>
        {sentence}
        {place && can(...place.rights) && (
          <Link to={place.to} className={classes.link}>
            {t(`open.${fact.subject_kind}`)}
          </Link>
        )}
      </span>
    </li>
  );
}

/** The latest first, as they come. */
function byDay(facts: Fact[], dayOf: (instant: string) => string): [string, Fact[]][] {
  const days = new Map<string, Fact[]>();
  for (const fact of facts) {
    const day = dayOf(fact.at);
    days.set(day, [...(days.get(day) ?? []), fact]);
  }
  return [...days];
}
