import { RPCHandler } from '@orpc/server/message-port'
import { ipcMain, MessageChannelMain, type IpcMainEvent } from 'electron'
import type { Caller } from '#main/features/audit/service.ts'
import { DESKTOP_DEVICE_ID } from '#main/rpc/desktop.ts'
import type { Program } from '#main/rpc/context.ts'
import { router } from '#main/rpc/router.ts'

/** The preload asks for its port on this channel and gets it on the same. */
const PORT_CHANNEL = 'gelar:port'

/** The desktop's own windows act as the administrator of this machine. */
const CALLER: Caller = { deviceId: DESKTOP_DEVICE_ID, deviceName: 'Komputer utama', operator: '', role: 'admin' }

/** Gives each page of ours a message port with the contract on it. Pages of another origin and frames within pages get none. */
export function serveWindows(program: Program, isOurPage: (url: string) => boolean): void {
  const handler = new RPCHandler(router)
  ipcMain.on(PORT_CHANNEL, (event: IpcMainEvent) => {
    const frame = event.senderFrame
    if (!frame || frame !== event.sender.mainFrame || !isOurPage(frame.url)) return
    const { port1, port2 } = new MessageChannelMain()
    handler.upgrade(port1, { context: { program, caller: CALLER } })
    port1.start()
    event.sender.postMessage(PORT_CHANNEL, null, [port2])
  })
}
