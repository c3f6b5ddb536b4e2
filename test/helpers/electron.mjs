/**
 * A stand-in for the `electron` module, for a machine without its binary. It records what the program asks of
 * Electron and carries messages between the bridge and the main process as Electron would: copied, with the
 * sender named. Tests reach it as `globalThis.standIn`.
 */
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';

/** Everything asked of the stand-in, for a test to look at. */
export const standIn = {
  calls: [],
  paths: {},
  windows: [],
  handlers: new Map(),
  schemes: [],
  protocols: new Map(),
  exposed: {},
  menu: null,
  dialogs: { open: null, save: null },
  children: [],
  /** The frame messages from the bridge come from; a test may lie here. */
  sender: null,
  only: true,
};
globalThis.standIn = standIn;

const note = (name, ...words) => standIn.calls.push([name, ...words]);

class App extends EventEmitter {
  enableSandbox() {
    note('enableSandbox');
  }
  requestSingleInstanceLock() {
    return standIn.only;
  }
  whenReady() {
    return Promise.resolve();
  }
  getPath(name) {
    return standIn.paths[name];
  }
  quit() {
    note('quit');
    this.emit('quit-asked');
  }
}
export const app = new App();

class WebContents extends EventEmitter {
  mainFrame = { url: '', parent: null };
  setWindowOpenHandler(handler) {
    this.windowOpen = handler;
  }
  send(channel, message) {
    ipcRenderer.emit(channel, {}, structuredClone(message));
  }
}

export class BrowserWindow extends EventEmitter {
  constructor(options) {
    super();
    this.options = options;
    this.webContents = new WebContents();
    standIn.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url) {
    this.webContents.mainFrame.url = url;
    return Promise.resolve();
  }
  show() {
    note('show');
  }
  maximize() {
    note('maximize');
  }
  focus() {
    note('focus');
  }
  restore() {
    note('restore');
  }
  isMinimized() {
    return true;
  }
  isMaximized() {
    return true;
  }
  getNormalBounds() {
    return { x: 10, y: 20, width: 1000, height: 700 };
  }
}

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};

const guarded = new EventEmitter();
const keep = (name) => (value) => {
  guarded[name] = value;
};
Object.assign(guarded, {
  setPermissionRequestHandler: keep('permissionRequest'),
  setPermissionCheckHandler: keep('permissionCheck'),
  setDevicePermissionHandler: keep('devicePermission'),
  setSpellCheckerEnabled: keep('spellChecker'),
  webRequest: { onBeforeRequest: keep('beforeRequest') },
});
export const session = { defaultSession: guarded };

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => standIn.schemes.push(...schemes),
  handle: (scheme, handler) => standIn.protocols.set(scheme, handler),
};

export const Menu = {
  buildFromTemplate: (template) => template,
  setApplicationMenu: (menu) => {
    standIn.menu = menu;
  },
};

export const dialog = {
  showOpenDialog: async (_window, options) => {
    note('open-dialog', options);
    return { filePaths: standIn.dialogs.open ? [standIn.dialogs.open] : [] };
  },
  showSaveDialog: async (_window, options) => {
    note('save-dialog', options);
    return { canceled: !standIn.dialogs.save, filePath: standIn.dialogs.save ?? '' };
  },
};

export const safeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => standIn.backend ?? 'gnome_libsecret',
  encryptString: (text) => Buffer.from(text, 'utf8').reverse(),
  decryptString: (sealed) => Buffer.from(sealed).reverse().toString('utf8'),
};

export const ipcMain = { handle: (channel, listener) => standIn.handlers.set(channel, listener) };

class Renderer extends EventEmitter {
  async invoke(channel, ...words) {
    const [window] = standIn.windows;
    const event = standIn.sender ?? { sender: window.webContents, senderFrame: window.webContents.mainFrame };
    return structuredClone(await standIn.handlers.get(channel)(event, ...structuredClone(words)));
  }
}
export const ipcRenderer = new Renderer();

export const contextBridge = {
  exposeInMainWorld: (name, value) => {
    standIn.exposed[name] = value;
  },
};

export const utilityProcess = {
  fork: (file, words) => {
    const child = fork(file, words, { serialization: 'advanced', execArgv: [] });
    const port = new EventEmitter();
    child.on('message', (message) => port.emit('message', message));
    child.on('exit', (code) => port.emit('exit', code));
    port.postMessage = (message) => child.connected && child.send(message);
    port.kill = () => child.kill('SIGKILL');
    standIn.children.push(child);
    return port;
  },
};
