import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { VitePWA } from 'vite-plugin-pwa';

const api = process.env.GUANXI_API ?? 'http://127.0.0.1:8080';

export default defineConfig({
  resolve: { alias: { '@platform': fileURLToPath(new URL('./src/platform', import.meta.url)) } },
  // The tests read the server's sources, to know what it can announce.
  server: { proxy: { '/api': { target: api } }, fs: { allow: process.env.VITEST ? ['..'] : ['.'] } },
  test: { setupFiles: ['src/testing/browser.ts'] },
  preview: { proxy: { '/api': { target: api } } },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    // What many pages share is one file: dozens of tiny ones cost a phone more than they save. What rows of
    // prospects are made of is another, since a salesperson's first page is full of them.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'common', minShareCount: 14, priority: 2 },
            { name: 'rows', test: /rooms\/prospects\/[A-Za-z.]+$/, minShareCount: 3, priority: 1 },
          ],
        },
      },
    },
  },
  plugins: [
    react(),
    VitePWA({
      // The shell works without a network; answers of the API are never cached: they are personal and age fast.
      registerType: 'autoUpdate',
      injectRegister: 'script-defer',
      includeManifestIcons: false,
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png}'],
        // Charts draw what only the server knows: whoever never looks at one does not fetch them ahead.
        globIgnores: ['**/Canvas-*.js'],
        importScripts: ['push.js'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//, /^\/(healthz|readyz|metrics)$/],
      },
      manifest: {
        name: '关系 Guanxi',
        short_name: '关系',
        description: '展厅销售客户关系管理',
        lang: 'zh-CN',
        start_url: '/',
        display: 'standalone',
        background_color: '#fbfaf7',
        theme_color: '#fbfaf7',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
});
