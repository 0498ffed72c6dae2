import { WaitingLeads } from '../rooms/prospects/leads/WaitingLeads';
import { Notices } from '../rooms/prospects/notices/Notices';
import { FollowUps } from '../rooms/prospects/today/FollowUps';
import Today from '../rooms/reception/today/TodayPage';

/** The day is made of what two rooms know: who was received, and whom to follow up. */
export default function TodayPage() {
  return (
    <Today
      first={
        <>
          <WaitingLeads />
          <Notices />
        </>
      }
      followUps={<FollowUps />}
    />
  );
}
