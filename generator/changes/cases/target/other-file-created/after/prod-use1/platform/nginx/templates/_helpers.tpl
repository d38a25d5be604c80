name: nginx
version: 2.7.0
