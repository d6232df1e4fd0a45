import { diskFiles } from '#src/store/lowdb/files.ts'
import type { Files, NewFile } from '#src/store/lowdb/files.ts'

/** The disk of a process that is killed at its nth step: in front of it, or, where that is a write, in the middle of it. */
export function mortalFiles(nth: number): Files {
  let steps = 0
  function due(): boolean {
    steps += 1
    return steps === nth
  }
  async function run<T>(act: () => Promise<T>): Promise<T> {
    if (due()) die()
    return act()
  }
  function mortal(file: NewFile): NewFile {
    return {
      async write(bytes) {
        if (!due()) return file.write(bytes)
        await file.write(bytes.subarray(0, Math.floor((bytes.length * (nth % 4)) / 4)))
        return die()
      },
      sync: () => run(() => file.sync()),
      truncate: (length) => run(() => file.truncate(length)),
      close: () => run(() => file.close()),
    }
  }
  return {
    create: (path) => run(async () => mortal(await diskFiles.create(path))),
    rename: (from, to) => run(() => diskFiles.rename(from, to)),
    remove: (path) => run(() => diskFiles.remove(path)),
    syncFolder: (path) => run(() => diskFiles.syncFolder(path)),
  }
}

function die(): never {
  process.kill(process.pid, 'SIGKILL')
  throw new Error('still alive')
}
