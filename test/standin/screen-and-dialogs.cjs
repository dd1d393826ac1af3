// Stands in for `screen`, `dialog` and `Menu`. Displays come from STANDIN_DISPLAYS. Tests script dialogs as with real
// Electron: app.evaluate(({ dialog }) => { dialog.showSaveDialog = async () => ... }); unscripted ones are cancelled.
// Menu accelerators are not tied to keys: tests click menu items.
const { EventEmitter } = require('node:events')
const { displays } = require('./chromium.cjs')
const { app } = require('./app.cjs')
const { state, strict, lacks } = require('./state.cjs')

let left = 0
const screens = displays.map((display, index) => {
  const size = { width: display.width, height: display.height }
  const bounds = { x: display.x ?? left, y: display.y ?? 0, ...size }
  left = bounds.x + bounds.width
  return {
    id: index + 1,
    label: display.label ?? `Display ${index + 1}`,
    bounds,
    workArea: { ...bounds },
    size,
    workAreaSize: { ...size },
    scaleFactor: display.scaleFactor ?? 1,
    rotation: 0,
    internal: index === 0,
    touchSupport: 'unknown',
  }
})
const matching = ({ x }) => screens.find(({ bounds }) => x >= bounds.x && x < bounds.x + bounds.width) ?? screens[0]

const screen = strict(
  'screen',
  Object.assign(new EventEmitter(), {
    getAllDisplays: () => screens,
    getPrimaryDisplay: () => screens[0],
    getDisplayMatching: matching,
    getDisplayNearestPoint: matching,
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  }),
)

const dialog = strict('dialog', {
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showMessageBox: async (...args) => ({ response: args.at(-1)?.defaultId ?? 0, checkboxChecked: false }),
  showErrorBox: (title, content) => state.dialogErrors.push({ title, content }),
})

const roles = {
  quit: () => app.quit(),
  close: () => state.focused?.close(),
  reload: () => state.focused?.reload(),
  togglefullscreen: () => state.focused?.setFullScreen(!state.focused.isFullScreen()),
}

class MenuItem {
  type = 'normal'
  enabled = true
  visible = true
  checked = false

  constructor(options) {
    Object.assign(this, { label: options.role ?? '' }, options)
    if (Array.isArray(options.submenu)) {
      this.type = 'submenu'
      this.submenu = Menu.buildFromTemplate(options.submenu)
    }
    const role = options.role?.toLowerCase()
    const act = options.click ?? roles[role] ?? (() => lacks(`menu item '${options.label ?? role}'`))
    this.click = (keyboardEvent, window = state.focused) => act(this, window, keyboardEvent)
  }
}

class Menu extends EventEmitter {
  static current = null
  items = []

  append(item) {
    this.items.push(item)
  }
  insert(position, item) {
    this.items.splice(position, 0, item)
  }
  popup() {
    lacks('Menu.popup')
  }
  getMenuItemById(id) {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
  static buildFromTemplate(template) {
    const menu = new Menu()
    menu.items = template.map(item => (item instanceof MenuItem ? item : new MenuItem(item)))
    return menu
  }
  static setApplicationMenu(menu) {
    Menu.current = menu
  }
  static getApplicationMenu() {
    return Menu.current
  }
}

module.exports = { screen, dialog, Menu, MenuItem }
