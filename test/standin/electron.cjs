// The module `electron` of the main process, as far as Gelar needs it, over Chromium and the DevTools protocol.
// What is not there throws when it is used: no test may pass because the stand-in shrugged.
const { app } = require('./app.cjs')
const { BrowserWindow } = require('./browser-window.cjs')
const { ipcMain, MessageChannelMain } = require('./ipc.cjs')
const { protocol, session } = require('./protocol.cjs')
const { screen, dialog, Menu, MenuItem } = require('./screen-and-dialogs.cjs')
const small = require('./small-modules.cjs')
const { missing } = require('./state.cjs')
const { webContents } = require('./web-contents.cjs')

const { powerSaveBlocker, shell, globalShortcut, nativeImage, clipboard, nativeTheme, powerMonitor, net } = small

const autoUpdater = missing('autoUpdater')
const contentTracing = missing('contentTracing')
const crashReporter = missing('crashReporter')
const desktopCapturer = missing('desktopCapturer')
const Notification = missing('Notification')
const safeStorage = missing('safeStorage')
const systemPreferences = missing('systemPreferences')
const Tray = missing('Tray')
const utilityProcess = missing('utilityProcess')
const WebContentsView = missing('WebContentsView')

// One literal: Node reads the names that an ES module may import from it.
module.exports = {
  app,
  autoUpdater,
  BrowserWindow,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
  utilityProcess,
  webContents,
  WebContentsView,
}
