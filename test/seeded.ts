import fc from 'fast-check';

// The same every time; SYNTH_SEED=n looks further.
fc.configureGlobal({ seed: Number(process.env['SYNTH_SEED'] ?? 1) });

export { fc };
