import { useTranslation } from 'react-i18next';
import { useGroups, useStores } from '../queries';
import classes from '../shared/settings.module.css';
import type { Person } from '../types';

export function PersonRow({ person, open }: { person: Person; open: () => void }) {
  const { t } = useTranslation('dealership/settings');
  const where = useWhere();
  return (
    <li className={classes.row} data-retired={person.retired || undefined}>
      <div>
        <button type="button" className={classes.open} onClick={open}>
          {person.name}
        </button>
        <div className={`quiet ${classes.small}`}>{person.login}</div>
      </div>
      <div className={classes.badges}>
        {person.roles.map((role) => (
          <span key={role} className={classes.badge}>
            {t(`platform:roles.${role}`)}
          </span>
        ))}
      </div>
      <div className={`quiet ${classes.small} ${classes.end}`}>
        {person.retired ? t('retired.is') : where(person)}
      </div>
    </li>
  );
}

/** "浦东店、徐汇店" or "华东汽车集团的全部门店". */
export function useWhere(): (of: Pick<Person, 'group_id' | 'store_ids' | 'roles'>) => string {
  const { t, i18n } = useTranslation('dealership/settings');
  const stores = useStores();
  const groups = useGroups();
  return (of) => {
    if (of.group_id) {
      const group = groups.data?.find(({ id }) => id === of.group_id);
      return t('people.whole_group', { name: group?.name ?? '' });
    }
    const names = of.store_ids.map((id) => stores.data?.find((each) => each.id === id)?.name ?? '…');
    if (names.length > 0) return names.join(i18n.language === 'zh' ? '、' : ', ');
    return of.roles.includes('administrator') ? t('people.sees_all') : t('people.no_store');
  };
}
