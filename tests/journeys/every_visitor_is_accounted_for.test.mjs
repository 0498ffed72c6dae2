import assert from 'node:assert/strict';
import { desk, tablet } from './support/browser.mjs';
import { tell } from './support/showroom.mjs';

tell({
  'nobody is left unfiled without a reason and a sentence': async (room) => {
    const { zhao, chen, lin, opens, opened, addressOf } = room;
    const visit = await opened(zhao, { salesperson_id: chen.id });
    const phone = await opens(chen, addressOf(visit));
    await phone.getByRole('radio', { name: '没有联系方式' }).check();
    await phone.getByRole('button', { name: '保存未留档' }).click();
    await phone.locator('[data-invalid], [aria-invalid=true]').first().waitFor();
    assert.equal((await lin.do('GET', addressOf(visit))).standing, 'open');

    await phone.getByLabel('没有索取').check();
    await phone.getByLabel('觉得不像买家').check();
    await phone.getByLabel('一句话：发生了什么').fill('穿着拖鞋，没多问，看了十分钟就走了');
    await phone.getByRole('radio', { name: '没要' }).check();
    await phone.getByRole('radio', { name: '否' }).check();
    await phone.getByRole('button', { name: '保存未留档' }).click();
    await phone.getByRole('button', { name: '保存未留档' }).waitFor({ state: 'detached' });
    await phone.getByText('觉得不像买家').waitFor();
    const after = await lin.do('GET', addressOf(visit));
    assert.equal(after.standing, 'unfiled');
    assert.equal(after.reason_code, 'U1.judged');
    assert.equal(after.customer, null);
  },

  'a visitor leaves the count only when a second person agrees': async (room) => {
    const { zhao, chen, lin, opens, opened, addressOf } = room;
    const visit = await opened(zhao, { salesperson_id: chen.id });
    const phone = await opens(chen, addressOf(visit));
    await phone.getByRole('radio', { name: '不是来看车的' }).check();
    await phone.getByLabel('办其他事').check();
    await phone.getByLabel('提车').check();
    await phone.getByRole('button', { name: '提交确认' }).click();
    await phone.getByText('待确认').first().waitFor();
    assert.equal(await phone.getByRole('button', { name: '确认非意向' }).count(), 0, 'alone');

    const door = await opens(zhao, '/today', { viewport: tablet });
    await door.getByRole('button', { name: '退回' }).click();
    await door.getByRole('button', { name: '退回' }).waitFor({ state: 'detached' });
    assert.equal((await lin.do('GET', addressOf(visit))).standing, 'open');

    await phone.reload();
    await phone.getByRole('radio', { name: '不是来看车的' }).check();
    await phone.getByLabel('办其他事').check();
    await phone.getByLabel('提车').check();
    await phone.getByRole('button', { name: '提交确认' }).click();
    await door.getByRole('button', { name: '确认非意向' }).click();
    await phone.getByText('非意向', { exact: true }).waitFor();
    const after = await lin.do('GET', addressOf(visit));
    assert.equal(after.standing, 'excluded');
    assert.equal(after.exclusion_asked_by.name, 'chen');
    assert.equal(after.exclusion_confirmed_by.name, 'zhao');
  },

  'two people change the same visit: the second sees both versions and decides': async (room) => {
    const { zhao, chen, lin, opens, opened, addressOf } = room;
    const visit = await opened(zhao, { salesperson_id: chen.id });
    const [first, second] = [
      await opens(chen, addressOf(visit)),
      await opens(lin, addressOf(visit), { viewport: desk }),
    ];
    for (const page of [first, second]) await page.getByRole('button', { name: '修改' }).click();
    await first.getByRole('button', { name: '多一人' }).click();
    await second.getByRole('radio', { name: '再次' }).check();
    await first.getByRole('button', { name: '保存' }).click();
    await first.getByText('已保存').waitFor();

    await second.getByRole('button', { name: '保存' }).click();
    const both = second.getByRole('dialog', { name: '别人刚改过这条记录' });
    await both.getByRole('row', { name: '人数 1 人 2 人' }).waitFor();
    await both.getByRole('row', { name: '首次还是再次 再次 首次' }).waitFor();
    assert.equal((await lin.do('GET', addressOf(visit))).occasion, 'first', 'overwritten unseen');
    await both.getByRole('button', { name: '保留我的并保存' }).click();
    await second.getByText('已保存').waitFor();
    const after = await lin.do('GET', addressOf(visit));
    assert.equal(after.occasion, 'again');
    assert.equal(after.party_size, 1);
  },
});
