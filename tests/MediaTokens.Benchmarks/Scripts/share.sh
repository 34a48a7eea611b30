# Usage: sh share.sh FOLDER WORKERS PROGRAM [ARGUMENT ...]
# Starts the program WORKERS times at once, each time with its share of the folder's files after the arguments.
folder=$1
workers=$2
shift 2
count=$(find "$folder" -type f | wc -l)
find "$folder" -type f -print0 | xargs -0 -P "$workers" -n $(((count + workers - 1) / workers)) "$@"
