#!/bin/sh
# Makes the role `monitor`, or gives it the password it is to have. May be run again at any time.
set -eu
: "${MONITOR_PASSWORD:?set it in .env, letters and digits only}"
exec psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=password="$MONITOR_PASSWORD" --file="$(dirname "$0")/monitor.sql"
