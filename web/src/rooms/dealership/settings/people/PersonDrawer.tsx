import { say } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { EditDrawer } from '../shared/EditDrawer';
import { RecordForm, type Compared } from '../shared/RecordForm';
import type { Person } from '../types';
import { savePerson, valueOf, type PersonValue } from './api';
import { PersonFields, personPointers } from './PersonFields';
import { useWhere } from './PersonRow';
import { PersonSessions } from './PersonSessions';
import { ResetPassword } from './ResetPassword';
import { RetirePerson } from './RetirePerson';

type Props = {
  person: Person;
  close: () => void;
  changed: () => void;
  showPassword: (first: string) => void;
};

export function PersonDrawer({ person, close, changed, showPassword }: Props) {
  const { t, i18n } = useTranslation('dealership/settings');
  const where = useWhere();
  const compare = (value: PersonValue): Compared[] => [
    { label: t('field.name'), text: value.name },
    { label: t('field.login'), text: value.login },
    { label: t('field.phone'), text: value.phone ?? '' },
    {
      label: t('field.roles'),
      text: value.roles
        .map((role) => t(`platform:roles.${role}`))
        .sort()
        .join(i18n.language === 'zh' ? '、' : ', '),
    },
    { label: t('field.where'), text: where(value) },
    { label: t('field.retired'), text: t(value.retired ? 'platform:yes' : 'platform:no') },
  ];
  const done = (_record: Person, saved: boolean) => {
    if (saved) say(t('saved'));
    changed();
    close();
  };

  return (
    <EditDrawer title={person.name} close={close}>
      <RecordForm
        name={`person.${person.id}`}
        initial={valueOf(person)}
        version={person.version}
        save={(value, version) => savePerson(person.id, value, version)}
        read={valueOf}
        compare={compare}
        shown={personPointers}
        done={done}
        settled={changed}
        cancel={close}
      >
        {(form) => <PersonFields {...form} />}
      </RecordForm>
      {!person.retired && <ResetPassword person={person} showPassword={showPassword} />}
      {!person.retired && <PersonSessions person={person} />}
      <RetirePerson person={person} done={done} />
    </EditDrawer>
  );
}
