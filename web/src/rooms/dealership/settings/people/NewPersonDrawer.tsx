import { useStore } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { EditDrawer } from '../shared/EditDrawer';
import { RecordForm } from '../shared/RecordForm';
import { addPerson, newPerson, type PersonCreated } from './api';
import { PersonFields, personPointers } from './PersonFields';

type Props = { close: () => void; settled: () => void; done: (created: PersonCreated) => void };

export function NewPersonDrawer({ close, settled, done }: Props) {
  const { t } = useTranslation('dealership/settings');
  const store = useStore();
  return (
    <EditDrawer title={t('people.add')} close={close}>
      <RecordForm
        name="person.new"
        initial={{ ...newPerson, store_ids: [store.id] }}
        save={addPerson}
        shown={personPointers}
        done={done}
        settled={settled}
        cancel={close}
        saveLabel={t('people.add_and_show')}
      >
        {(form) => <PersonFields {...form} />}
      </RecordForm>
    </EditDrawer>
  );
}
