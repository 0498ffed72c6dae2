const store = (id, code, name) => ({ id, group_id: 'g1', code, name, time_zone: 'Asia/Shanghai', currency: 'CNY', country: 'CN', opening_hours: [], retired: false, version: 1 });
export const stores = [store('11111111-1111-7111-8111-111111111111', 'BJ01', '北京望京店'), store('22222222-2222-7222-8222-222222222222', 'TJ01', '天津河西店')];

export const people = [
  { id: 'p1', name: '刘芳', login: 'qiantai', roles: ['receptionist'] },
  { id: 'p2', name: '陈伟', login: 'chenwei', roles: ['salesperson'] },
  { id: 'p3', name: '张丽', login: 'zhangli', roles: ['salesperson'] },
  { id: 'p4', name: '杨帆', login: 'yangfan', roles: ['salesperson'] },
  { id: 'p5', name: '徐强', login: 'xuqiang', roles: ['salesperson'] },
  { id: 'p6', name: '黄敏', login: 'huangmin', roles: ['salesperson'] },
  { id: 'p7', name: '周建国', login: 'manager', roles: ['sales_manager'] },
  { id: 'p8', name: '管理员', login: 'admin', roles: ['administrator'] },
];

const receptionist = ['visits.read', 'visits.open', 'doors.tap', 'doors.read', 'duty.manage', 'exclusions.confirm'];
const salesperson = ['visits.own', 'visits.open', 'visits.close', 'customers.own', 'prospects.own', 'exclusions.confirm'];
const manager = ['visits.read', 'visits.open', 'visits.close', 'visits.manage', 'exclusions.confirm', 'duty.manage', 'doors.tap', 'doors.read', 'customers.read', 'prospects.read', 'lists.edit', 'models.edit', 'imports.run', 'audit.read', 'exports.run'];
const administrator = ['visits.read', 'customers.read', 'prospects.read', 'doors.read', 'lists.edit', 'models.edit', 'people.edit', 'stores.edit', 'tokens.edit', 'imports.run', 'audit.read', 'exports.run'];
const byRole = { receptionist, salesperson, sales_manager: manager, administrator };
export const rights = (roles) => [...new Set(roles.flatMap((role) => byRole[role] ?? []))];

const model = (at, series, name, price) => ({ id: `00000000-0000-7000-8000-00000000000${at}`, brand: '东风', series, name, list_price: price * 1000000, currency: 'CNY', retired: false, version: 1 });
export const models = [model(1, '轩逸', '轩逸 1.6L 舒适版', 12), model(2, '奇骏', '奇骏 2.0 四驱', 18), model(3, '逍客', '逍客 1.3T', 15), model(4, '天籁', '天籁 2.0L 尊享', 20)];

const entry = (position, code, zh, en) => ({ code, parent_code: code.includes('.') ? code.split('.')[0] : null, label_zh: zh, label_en: en, position, retired: false, added: false, version: 1 });
const list = (rows) => rows.map(([code, zh, en], at) => entry(at, code, zh, en));
export const lists = {
  channels: list([['C1', '自然到店', 'Walk-in'], ['C2', '网络', 'Internet'], ['C2.autohome', '汽车之家', 'Autohome'], ['C2.dongchedi', '懂车帝', 'Dongchedi'], ['C3', '转介绍', 'Referral'], ['C4', '外展', 'Road show']]),
  unfiled: list([
    ['U1', '未索取', 'Not asked'], ['U1.forgot', '忘了', 'Forgot'], ['U1.busy', '太忙，没人手', 'Too busy, nobody free'], ['U1.judged', '觉得不像买车的', 'Judged "not a buyer"'], ['U1.left', '没接待就走了(不到 3 分钟)', 'Left before reception (<3 min)'], ['U1.handover', '交接没接上', 'Handover failed'],
    ['U2', '拒绝留', 'Asked, refused'], ['U2.fears_calls', '怕骚扰', 'Fears calls'], ['U2.will_return', '说还会再来', 'Says will come back'], ['U2.no_benefit', '没给出留的理由', 'No benefit offered'], ['U2.distrust', '不信任', 'Distrust'], ['U2.wechat', '只肯加微信', 'WeChat only'],
    ['U3', '需求没满足', 'Need not met'], ['U3.not_probed', '没问清需求', 'Needs not probed'], ['U3.unclear', '没讲清楚', 'Explanation unclear'], ['U3.no_car', '没有展车或试驾车', 'No display or test car'], ['U3.no_price', '没给价格', 'No price answer'], ['U3.unsuitable', '车不合适', 'Product unsuitable'],
    ['U4', '已在别处买或定了', 'Already bought elsewhere'], ['U9', '不清楚', 'Unknown'],
  ]),
  exclusion: list([['X.paperwork', '办手续', 'Paperwork'], ['X.delivery', '提车', 'Delivery'], ['X.service', '保养维修', 'Service or repair'], ['X.companion', '陪同', 'Companion of another party'], ['X.staff', '员工、供应商、求职', 'Staff, vendor, job-seeker'], ['X.scout', '同行探价', 'Competitor scouting'], ['X.passer', '问路、借洗手间', 'Passer-by'], ['X.other', '其他', 'Other']]).map((each) => ({ ...each, parent_code: null })),
};
