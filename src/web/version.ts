import manifest from '../../package.json' with { type: 'json' }

/** The version that is running, as the package states it. */
export const VERSION: string = manifest.version
