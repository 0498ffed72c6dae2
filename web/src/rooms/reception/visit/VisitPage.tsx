import { unreached } from '@platform/api/problem';
import type { Visit } from '@platform/api/types';
import { useMe } from '@platform/session/session';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useVisit } from '../api';
import { CloseVisit } from './CloseVisit';
import { EditVisit } from './EditVisit';
import { keptVisit } from './kept';
import classes from './visit.module.css';
import { VisitDetails } from './VisitDetails';
import { VisitHead } from './VisitHead';

export default function VisitPage() {
  const { storeId = '', visitId = '' } = useParams();
  const visit = useVisit(storeId, visitId);
  const me = useMe();
  // What was typed about it is kept together with the visit: without a network, writing goes on.
  const kept = unreached(visit) ? keptVisit(me.id, visitId) : null;
  if (kept) return <VisitView key={kept.id} visit={kept} />;
  return <QueryView query={visit}>{(data) => <VisitView key={data.id} visit={data} />}</QueryView>;
}

function VisitView({ visit }: { visit: Visit }) {
  const { t } = useTranslation('reception');
  const [editing, setEditing] = useState(false);
  const closes =
    visit.standing === 'open' &&
    ['file', 'leave_unfiled', 'exclude'].some((act) => visit.can.includes(act as never));
  return (
    <div className={classes.page}>
      <PageTitle title={visit.customer?.name ?? t(`way.${visit.way}`)} />
      <VisitHead visit={visit} onEdit={editing ? undefined : () => setEditing(true)} />
      {editing ? (
        <EditVisit visit={visit} onDone={() => setEditing(false)} />
      ) : closes ? (
        <CloseVisit visit={visit} />
      ) : (
        <VisitDetails visit={visit} />
      )}
    </div>
  );
}
