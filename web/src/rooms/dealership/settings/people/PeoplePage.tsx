import { Button, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsFrame } from '../shared/SettingsFrame';
import classes from '../shared/settings.module.css';
import type { Person } from '../types';
import { FirstPassword } from './FirstPassword';
import { NewPersonDrawer } from './NewPersonDrawer';
import { PersonDrawer } from './PersonDrawer';
import { PersonRow } from './PersonRow';

const perPage = 100;

export default function PeoplePage() {
  const { t } = useTranslation('dealership/settings');
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const [retiredToo, setRetiredToo] = useState(false);
  const [open, setOpen] = useState<Person | 'new' | null>(null);
  const [password, setPassword] = useState<{ person: Person; text: string } | null>(null);
  const people = usePages<Person>(['people'], '/people', { q, limit: perPage });
  const again = () => void client.invalidateQueries({ queryKey: ['people'] });
  // What is open follows the list, so that an edit starts from the latest version.
  const person = open && open !== 'new' ? (people.items.find(({ id }) => id === open.id) ?? open) : null;
  const showPassword = (of: Person, first: string) => {
    setOpen(null);
    setPassword({ person: of, text: first });
  };

  return (
    <SettingsFrame>
      <PageTitle title={t('nav.people')}>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
          {t('people.add')}
        </Button>
      </PageTitle>
      <div className={classes.tools}>
        <TextInput
          type="search"
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          className={classes.search}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Switch
          label={t('retired.show')}
          checked={retiredToo}
          onChange={(event) => setRetiredToo(event.currentTarget.checked)}
        />
      </div>
      <PagedList pages={people} empty={<EmptyPanel title={t('none_found')} text={t('people.none_found')} />}>
        {(items) => {
          const shown = items.filter((each) => retiredToo || !each.retired);
          if (shown.length === 0) return <p className="quiet">{t('people.only_retired')}</p>;
          return (
            <ul className={classes.list}>
              {shown.map((each) => (
                <PersonRow key={each.id} person={each} open={() => setOpen(each)} />
              ))}
            </ul>
          );
        }}
      </PagedList>
      {open === 'new' && (
        <NewPersonDrawer
          close={() => setOpen(null)}
          settled={again}
          done={(created) => showPassword(created.person, created.first_password)}
        />
      )}
      {person && (
        <PersonDrawer
          key={person.id}
          person={person}
          close={() => setOpen(null)}
          changed={again}
          showPassword={(first) => showPassword(person, first)}
        />
      )}
      {password && <FirstPassword {...password} close={() => setPassword(null)} />}
    </SettingsFrame>
  );
}
