import type { Visit } from '@platform/api/types';
import { useStore } from '@platform/session/session';
import { QueryView } from '@platform/show/QueryView';
import { RowSkeletons } from '@platform/show/RowSkeletons';
import { Section } from '@platform/show/Section';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useToday } from './api';
import classes from './board.module.css';
import { byPerson, leftOpen } from './unclosed';

/** Whoever came and was not written up can become neither a prospect nor a reason. */
export function Unclosed() {
  const { t } = useTranslation('prospects/board');
  const today = useToday(useStore().id);
  const visits = today.data && leftOpen(today.data);
  return (
    <Section title={t('unclosed')} count={visits?.length || undefined}>
      <QueryView query={today} skeleton={<RowSkeletons rows={1} />}>
        {() =>
          visits?.length ? <ByPerson visits={visits} /> : <p className={classes.none}>{t('no_unclosed')}</p>
        }
      </QueryView>
    </Section>
  );
}

function ByPerson({ visits }: { visits: Visit[] }) {
  const { t } = useTranslation('prospects/board');
  return (
    <div className={classes.lines}>
      <p className={classes.unclosed}>
        {byPerson(visits).map(({ id, name, count }) => (
          <span key={id}>
            {name ?? t('received_by_nobody')} <strong className="overdue">{count}</strong>
          </span>
        ))}
      </p>
      <p className={classes.unclosedLink}>
        <Link to="/today">{t('to_unclosed')}</Link>
      </p>
    </div>
  );
}
