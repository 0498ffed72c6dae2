import BoardPage from '../rooms/prospects/board/BoardPage';
import { OverloadsAhead } from '../rooms/workday/workload/OverloadsAhead';

/** The board belongs to the prospects; who will have too much to do is the workday's. */
export default function MorningPage() {
  return <BoardPage ahead={<OverloadsAhead />} />;
}
