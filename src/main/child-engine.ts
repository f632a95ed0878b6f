import { fork } from 'node:child_process'
import type { MessagePortMain } from 'electron'
import { engineProcessFile } from './built-files.ts'
import type { EngineProcess } from './engine-host.ts'
import type { BridgedReport, BridgedRequest, EngineReport, EngineStart } from './engine-messages.ts'

/**
 * The engine as a plain child process under another Node. Ports cannot be handed to it, so main stays between page and
 * engine and passes their messages on by number.
 */
export function forkChildEngine(node: string, start: EngineStart): EngineProcess {
  const child = fork(engineProcessFile, [JSON.stringify(start)], {
    execPath: node,
    execArgv: [],
    serialization: 'advanced',
  })
  const send = (request: BridgedRequest) => {
    // A page may still speak while its engine is ending; there is nobody left to tell.
    if (child.connected) child.send(request)
  }
  const ports = new Map<number, MessagePortMain>()
  const reports: ((report: EngineReport) => void)[] = []
  let connections = 0

  child.on('message', (message) => {
    // The engine's process sends nothing else.
    const report = message as BridgedReport
    if (report.kind === 'deliver') ports.get(report.connection)?.postMessage(report.data)
    else if (report.kind === 'disconnect') ports.get(report.connection)?.close()
    else for (const listener of reports) listener(report)
  })
  child.once('exit', () => {
    for (const port of ports.values()) port.close()
  })

  return {
    connect: (port) => {
      connections += 1
      const connection = connections
      ports.set(connection, port)
      send({ kind: 'connect', connection })
      port.on('message', ({ data }: { data: unknown }) => send({ kind: 'deliver', connection, data }))
      port.once('close', () => {
        ports.delete(connection)
        send({ kind: 'disconnect', connection })
      })
      port.start()
    },
    requestClose: () => send({ kind: 'close' }),
    onReport: (listener) => void reports.push(listener),
    onExit: (listener) => void child.once('exit', () => listener()),
    kill: () => void child.kill('SIGKILL'),
  }
}
