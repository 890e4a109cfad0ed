#!/usr/bin/env node
require('./load.js')
  .load()
  .main((url) => import(url));
