-- One database a service: each migrates its own, and neither sees the other's.
create database command;
create database ledger;
create database keycloak;
