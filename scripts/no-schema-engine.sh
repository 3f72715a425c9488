#!/bin/sh
# Stands where Prisma looks for its native schema engine, so that `prisma generate` does not download one: it
# does not need it. It must fail when run: were it to succeed, `prisma migrate` would do nothing and say "done".
exit 1
