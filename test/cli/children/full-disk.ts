import { existsSync } from 'node:fs'
import files from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

// Loaded before Daylight: while the file that FULL_WHILE names exists, the disk takes no byte more.

const flag = process.env['FULL_WHILE'] ?? ''

function takeNothing(): void {
  if (!existsSync(flag)) return
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' })
}

const { open, writeFile } = files
files.open = async (...args) => {
  const handle = await open(...args)
  const write = handle.write.bind(handle)
  const whole = handle.writeFile.bind(handle)
  Object.assign(handle, {
    write: async (bytes: Uint8Array) => {
      takeNothing()
      return write(bytes)
    },
    writeFile: async (data: string) => {
      takeNothing()
      return whole(data)
    },
  })
  return handle
}
files.writeFile = async (...args) => {
  takeNothing()
  return writeFile(...args)
}
syncBuiltinESMExports()
