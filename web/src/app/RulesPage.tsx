import { SettingsFrame } from '../rooms/dealership/settings/shared/SettingsFrame';
import { RulesView } from '../rooms/prospects/rules/RulesView';

/** The rules belong to the prospects, but are looked for among the settings. */
export default function RulesPage() {
  return (
    <SettingsFrame>
      <RulesView />
    </SettingsFrame>
  );
}
