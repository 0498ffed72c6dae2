// A real browser on the real app.
import { chromium } from 'playwright-core';

export const launch = () =>
  chromium.launch({
    executablePath: process.env.GUANXI_TEST_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });

export const phone = { width: 390, height: 844 };
export const tablet = { width: 820, height: 1180 };
export const desk = { width: 1440, height: 900 };

/** A page of somebody (a signed-in client, or nobody) on a device of their own. What breaks in it is in `page.failures`. */
export async function visit(browser, server, client, where, options = {}) {
  const context = await browser.newContext({
    viewport: phone,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  if (client) {
    const [name, value] = client.cookie.split('=');
    await context.addCookies([{ name, value, url: server.address }]);
  }
  const page = await context.newPage();
  page.failures = [];
  page.on('pageerror', (failure) => page.failures.push(String(failure)));
  await page.goto(server.address + where);
  return page;
}

/** The page shows its title and has nothing left to fetch. */
export async function settled(page) {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.mantine-Skeleton-root, .mantine-Loader-root').first().waitFor({ state: 'detached' });
}

/** Cuts the network of the page's device, and waits until nothing comes through any more: the app's worker is told of it a little later. */
export async function cutOff(page) {
  await page.context().setOffline(true);
  const reached = () => fetch('/api/v1/setup', { cache: 'no-store' }).then(() => true, () => false);
  while (await page.evaluate(reached)) await page.waitForTimeout(50);
}
