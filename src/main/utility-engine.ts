import { utilityProcess } from 'electron'
import { engineProcessFile } from './built-files.ts'
import type { EngineProcess } from './engine-host.ts'
import type { EngineReport, EngineRequest, EngineStart } from './engine-messages.ts'

/** The engine in a utility process of Electron: what an installed Casebook runs. */
export function forkUtilityEngine(start: EngineStart): EngineProcess {
  const child = utilityProcess.fork(engineProcessFile, [JSON.stringify(start)], {
    serviceName: 'Casebook engine',
  })
  const request = (message: EngineRequest) => child.postMessage(message)
  return {
    connect: (port) => child.postMessage({ kind: 'connect' } satisfies EngineRequest, [port]),
    requestClose: () => request({ kind: 'close' }),
    onReport: (listener) => child.on('message', (report: EngineReport) => listener(report)),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => child.kill(),
  }
}
