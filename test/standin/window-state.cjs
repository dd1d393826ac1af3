// The part of BrowserWindow that is only remembered: titles, icons, menus and frames are not seen by anyone.
const { EventEmitter } = require('node:events')
const { app } = require('./app.cjs')
const { state } = require('./state.cjs')

const noops = [
  ...['center', 'moveTop', 'flashFrame', 'removeMenu', 'setMenu', 'setMenuBarVisibility', 'setAutoHideMenuBar'],
  ...['setIcon', 'setProgressBar', 'setBackgroundColor', 'setMinimumSize', 'setResizable', 'setSkipTaskbar'],
  ...['setContentProtection', 'setAlwaysOnTop', 'setVisibleOnAllWorkspaces', 'setTitleBarOverlay'],
]

class WindowState extends EventEmitter {
  destroyed = false
  minimized = false
  maximized = false

  constructor(options) {
    super()
    for (const name of noops) this[name] = () => {}
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.options = options
    this.title = options.title ?? app.name
    this.bounds = { x, y, width, height }
    this.visible = options.show !== false
    this.fullScreen = !!options.fullscreen || !!options.kiosk
  }

  showInactive() {
    if (this.visible) return
    this.visible = true
    this.emit('show')
  }
  hide() {
    this.visible = false
    this.emit('hide')
  }
  minimize() {
    this.minimized = true
    this.emit('minimize')
  }
  maximize() {
    this.maximized = true
    this.emit('maximize')
  }
  restore() {
    this.minimized = false
    this.emit('restore')
  }
  unmaximize() {
    this.maximized = false
    this.emit('unmaximize')
  }
  setTitle(title) {
    this.title = title
  }
  getTitle() {
    return this.title
  }
  isVisible() {
    return this.visible
  }
  isFullScreen() {
    return this.fullScreen
  }
  isKiosk() {
    return this.fullScreen
  }
  isMinimized() {
    return this.minimized
  }
  isMaximized() {
    return this.maximized
  }
  isFocused() {
    return state.focused === this
  }
  isDestroyed() {
    return this.destroyed
  }
  getBounds() {
    return { ...this.bounds }
  }
  getContentBounds() {
    return { ...this.bounds }
  }
  getNormalBounds() {
    return { ...this.bounds }
  }
  getSize() {
    return [this.bounds.width, this.bounds.height]
  }
  getContentSize() {
    return this.getSize()
  }
  getPosition() {
    return [this.bounds.x, this.bounds.y]
  }
  getParentWindow() {
    return this.options.parent ?? null
  }
}

module.exports = { WindowState }
