import { SettingsFrame } from '../rooms/dealership/settings/shared/SettingsFrame';
import { LeadRulesView } from '../rooms/prospects/leadrules/LeadRulesView';

/** Who is given which leads belongs to the prospects, but is looked for among the settings. */
export default function LeadRulesPage() {
  return (
    <SettingsFrame>
      <LeadRulesView />
    </SettingsFrame>
  );
}
