import type { Store, Visit } from '@platform/api/types';
import { gradeLabels } from '@platform/session/gradeLabels';
import { useChannels, useReasons } from '../api';
import { labelOf } from '../visits/labels';
import { columns, type FormRow } from './columns';
import classes from './print.module.css';

type Props = { store: Store; visits: Visit[]; date: string; weekday: string };

const emptyRows = 14;

export function LogForm({ store, visits, date, weekday }: Props) {
  const channels = useChannels(store.id);
  const unfiled = useReasons(store.id, 'unfiled');
  const exclusion = useReasons(store.id, 'exclusion');
  const rows: FormRow[] = visits.map((visit, at) => ({
    number: at + 1,
    visit,
    zone: store.time_zone,
    currency: store.currency,
    grades: gradeLabels(store),
    channel: labelOf(channels.data, visit.channel_code, (entry) => entry.label_zh),
    reason:
      labelOf(unfiled.data, visit.reason_code, (entry) => entry.label_zh) ??
      labelOf(exclusion.data, visit.exclusion_code, (entry) => entry.label_zh),
  }));
  return (
    <div lang="zh-CN" className={classes.form}>
      <h1 className={classes.title}>来店(电)客户登记表</h1>
      <div className={classes.top}>
        <span>{store.name}</span>
        <span>日期：{date}</span>
        <span>{weekday}</span>
        <span>天气：＿＿＿＿</span>
        <span>共 {visits.length} 批</span>
      </div>
      <table className={classes.table}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.label} style={{ width: `${column.width}mm` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.visit.id}>
              {columns.map((column) => (
                <td key={column.label}>{column.text(row)}</td>
              ))}
            </tr>
          ))}
          {Array.from({ length: Math.max(0, emptyRows - rows.length) }, (_, at) => (
            <tr key={at} className={classes.blank}>
              {columns.map((column) => (
                <td key={column.label} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.signatures}>
        <span>前台签字：</span>
        <span>展厅主管签字：</span>
        <span>销售经理签字：</span>
      </div>
    </div>
  );
}
