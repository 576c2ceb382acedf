#!/bin/sh
# Makes a database and the one role that may reach it for each service, unless they exist, and sets the roles' passwords to those in
# the services' own secrets (`<service>_database_url`: postgresql://<service>:<password>@<host>/<service>). Safe to run again, also
# with a new password. psql finds the server, and its superuser, by PGHOST, PGUSER, PGDATABASE.
set -eu

secrets=${SECRETS_DIRECTORY:-/run/secrets}
PGPASSWORD=$(cat "$secrets/postgres_password")
export PGPASSWORD

refuse() {
  echo "$1 must be postgresql://$2:<password>@<host>/$2, with a password of letters, digits, '-', '_', '.' and '~'." >&2
  exit 1
}

# The password in a service's URL. Nothing of it is printed.
password_of() {
  file=$secrets/$1_database_url
  url=$(cat "$file")
  credentials=${url#"postgresql://$1:"}
  [ "$credentials" != "$url" ] || refuse "$file" "$1"
  [ "${url##*/}" = "$1" ] || refuse "$file" "$1"
  password=${credentials%%@*}
  [ "$password" != "$credentials" ] || refuse "$file" "$1"
  case $password in
    '' | *[!A-Za-z0-9._~-]*) refuse "$file" "$1" ;;
  esac
  printf %s "$password"
}

# Every secret is looked at before anything is changed.
for service in users chatrooms messages; do
  password_of "$service" >/dev/null
done

for service in users chatrooms messages; do
  # By the environment, as arguments show in the list of processes.
  SERVICE_PASSWORD=$(password_of "$service") psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=service="$service" <<'SQL'
\getenv password SERVICE_PASSWORD
SELECT format('CREATE ROLE %I', :'service')
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'service') \gexec
ALTER ROLE :"service" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE template0', :'service', :'service')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'service') \gexec
REVOKE ALL ON DATABASE :"service" FROM PUBLIC;
SQL
  echo "The database of $service is there."
done

# The databases that every cluster has are for its superuser alone.
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --command='REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC'
